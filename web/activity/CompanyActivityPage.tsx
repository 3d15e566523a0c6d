export const CompanyActivityPage = () => null;
