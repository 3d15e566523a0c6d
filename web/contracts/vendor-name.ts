/** Whose service it is; without a vendor it is the workspace's own. */
export const vendorName = (vendor: string | null): string => vendor ?? 'Ourselves';
