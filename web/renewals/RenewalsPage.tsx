export const RenewalsPage = () => null;
