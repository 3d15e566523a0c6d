import { Alert, Button, Select, Text, TextInput } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import { ExchangeRate } from '../../contract/workspace-settings.ts';
import { currencyChoices, currencyLabel } from '../ui/currencies.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import type { Editing } from './use-workspace-settings.ts';
import type { Values } from './values.ts';
import classes from './workspace-settings.module.css';

/** What money is counted in, and what other currencies are worth in it. */
export function CurrencyPanel({ editing }: { readonly editing: Editing }) {
  const { base, values, stored, problems, set } = editing;
  const contracts = new Map(stored.currencies.map((it) => [it.currency, it.contracts]));
  const without = stored.currencies
    .map(({ currency }) => currency)
    .filter((code) => code !== values.currency && !values.exchangeRates.some((it) => it.currency === code));
  const setRates = (exchangeRates: Values['exchangeRates']) => set({ exchangeRates });
  return (
    <Panel title="Currency">
      <div className={classes.fields}>
        <Select
          label="Currency"
          description="Of MRR, prices and every sum"
          searchable
          allowDeselect={false}
          limit={200}
          data={currencyChoices([values.currency, base.currency])}
          value={values.currency}
          onChange={(currency) =>
            currency && set({ currency, exchangeRates: ratesFor(currency, base, values) })
          }
        />
      </div>
      {values.currency === base.currency ? null : (
        <Alert color="yellow" variant="light" mt="sm" icon={<TriangleAlert size={18} aria-hidden />}>
          No amount is converted: what is 100.00 {base.currency} now will be 100.00 {values.currency}.
          Contracts that name {base.currency} as their own currency count only with a rate.
        </Alert>
      )}
      <Text fz="sm" fw={550} mt="md" id="rates">
        Exchange rates
      </Text>
      <Text fz="xs" c="dimmed" mb={6}>
        A contract in another currency counts once its rate is set: each amount is converted and rounded to a
        whole cent once.
      </Text>
      <ul className={classes.rows} aria-labelledby="rates">
        {values.exchangeRates.map(({ currency, rate }) => (
          <li key={currency} className={classes.rate}>
            <span title={currencyLabel(currency)}>1 {currency} =</span>
            <TextInput
              aria-label={`What one ${currency} is worth in ${values.currency}`}
              inputMode="decimal"
              value={rate}
              error={rate !== '' && !ExchangeRate.safeParse({ currency, rate }).success}
              rightSection={<Text fz="xs">{values.currency}</Text>}
              rightSectionWidth={48}
              onChange={(event) =>
                setRates(
                  values.exchangeRates.map((it) =>
                    it.currency === currency ? { currency, rate: event.currentTarget.value.trim() } : it,
                  ),
                )
              }
            />
            <Text fz="xs" c="dimmed" className={classes.rest ?? ''}>
              {formatCount(contracts.get(currency) ?? 0, 'contract', 'contracts')}
            </Text>
            <IconButton
              icon={X}
              label={`Take the rate of ${currency} out`}
              onClick={() => setRates(values.exchangeRates.filter((it) => it.currency !== currency))}
            />
          </li>
        ))}
      </ul>
      {problems.exchangeRates ? <Problem>{problems.exchangeRates}</Problem> : null}
      <div className={classes.adders}>
        {without.map((code) => (
          <Button
            key={code}
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setRates([...values.exchangeRates, { currency: code, rate: '' }])}
          >
            {code}: {formatCount(contracts.get(code) ?? 0, 'contract does', 'contracts do')} not count
          </Button>
        ))}
        <Select
          aria-label="Add a rate for"
          placeholder="Add a currency"
          size="xs"
          searchable
          limit={200}
          w={200}
          data={currencyChoices([]).filter(
            ({ value }) =>
              value !== values.currency && !values.exchangeRates.some((it) => it.currency === value),
          )}
          value={null}
          onChange={(code) => code && setRates([...values.exchangeRates, { currency: code, rate: '' }])}
        />
      </div>
    </Panel>
  );
}

/** Rates are worth in one currency: for another each is to be said again, but never for that currency itself. */
function ratesFor(currency: string, base: Values, values: Values): Values['exchangeRates'] {
  if (currency === base.currency) return base.exchangeRates;
  return values.exchangeRates
    .filter((rate) => rate.currency !== currency)
    .map((rate) => ({ ...rate, rate: '' }));
}

/** What is wrong with a whole list. */
export function Problem({ children }: { readonly children: string }) {
  return (
    <Text fz="xs" c="var(--mantine-color-error)" mt={6} role="alert">
      {children}
    </Text>
  );
}
