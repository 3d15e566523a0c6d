import type {
  CompanyRecord,
  ContactRecord,
  ProductRecord,
  SiteRecord,
} from '../../../domain/sync/records.ts';
import type { Client, Item, Site, User } from './shapes.ts';

type Names = ReadonlyMap<string, string>;

export function company(
  row: Client,
  names: { readonly types: Names; readonly agents: Names; readonly currencies: Names },
  internal: boolean,
): CompanyRecord {
  const type = row.customertype === null ? undefined : names.types.get(row.customertype);
  const relations = (row.customer_relationship_list ?? '').split(/[,;]/).map((word) => word.trim());
  return {
    name: row.name ?? `Client ${row.id}`,
    shortCode: row.ref,
    active: row.inactive !== true,
    // Each HaloPSA has a client "Unknown" with this id, for what belongs to none.
    internal: internal || (row.id === '1' && row.name?.toLowerCase() === 'unknown'),
    types: [...new Set([type ?? '', ...relations])].filter((word) => word !== ''),
    status: row.inactive === true ? 'Inactive' : 'Active',
    parent: null,
    owner: row.accountmanagertech_name ?? nameOf(row.accountmanagertech, names.agents),
    website: row.website,
    phone: row.main_phonenumber,
    currency: isoCode(row.currencyisocode) ?? nameOf(row.default_currency_code, names.currencies),
    employees: null,
    acquiredOn: null,
    annualRevenue: null,
    yearEstablished: null,
    industry: null,
    territory: row.toplevel_name,
  };
}

export function site(row: Site, mainSites: ReadonlySet<string>): SiteRecord {
  return {
    company: row.client_id,
    name: row.name ?? `Site ${row.id}`,
    primary: row.id !== null && mainSites.has(row.id),
    active: row.inactive !== true,
    // As the address form has it: two lines of street, the city, the region, the postcode.
    city: row.delivery_address_line3,
    country: row.country_code_name,
  };
}

/** `companyOfSite` is where the user's site belongs, for users that name no client. */
export function contact(row: User, companyOfSite: string | null): ContactRecord {
  const [first, ...rest] = (row.name ?? '').split(' ');
  const named = row.firstname !== null || row.surname !== null;
  return {
    company: row.client_id ?? companyOfSite,
    firstName: named ? row.firstname : first || null,
    lastName: named ? row.surname : rest.join(' ') || null,
    email: row.emailaddress,
    phone: row.phonenumber_preferred ?? row.phonenumber ?? row.mobilenumber,
    title: row.title,
    active: row.inactive !== true,
    primary: row.isimportantcontact === true,
    serviceAccount: row.isserviceaccount === true,
  };
}

export function product(row: Item, suppliers: Names): ProductRecord {
  const recurring = row.isrecurringitem;
  return {
    sku: row.internalreference ?? row.externalreference,
    name: row.name ?? `Item ${row.id}`,
    category: row.assetgroup_name,
    price: (recurring ? row.recurringprice : null) ?? row.baseprice,
    cost: (recurring ? row.recurringcost : null) ?? row.costprice,
    recurring,
    vendor:
      row.supplier_name ??
      nameOf(row.supplier_id, suppliers) ??
      row.item_suppliers?.find(({ supplier_name }) => supplier_name !== null)?.supplier_name ??
      null,
    active: row.inactive !== true,
  };
}

export function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

/** Null for anything that is no code of three letters, such as "$". */
export function isoCode(text: string | null): string | null {
  return text !== null && /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null;
}
