/** Money in whole cents of the workspace's currency; a safe integer. */
export type Cents = number;

/** An exact decimal as text ("12.5", "-0.25"): quantities, weights, points, percentages as they were typed. */
export type Decimal = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
