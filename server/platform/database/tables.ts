/** Until it is generated from the migrated database: every column's type is unknown. */
export type Tables = Record<string, Record<string, unknown>>;
