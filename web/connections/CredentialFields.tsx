import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import type { Connection, Connector } from '../../contract/connections.ts';

export interface CredentialDraft {
  readonly values: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
}

interface CredentialFieldsProps {
  readonly connector: Connector;
  /** Of a connection that is there already: its secrets are kept where nothing is typed. */
  readonly kept?: Pick<Connection, 'secrets'>;
  readonly draft: CredentialDraft;
  readonly onChange: (draft: CredentialDraft) => void;
}

/** What a connector needs to sign in. Secrets are typed, and never shown. */
export function CredentialFields({ connector, kept, draft, onChange }: CredentialFieldsProps) {
  const { values, allowPrivate } = draft;
  return (
    <>
      {connector.credentials.map(({ name, label, help, secret, optional }) => {
        const isKept = kept?.secrets.includes(name) ?? false;
        const props = {
          label,
          description: isKept ? `${help} One is kept; type another one to replace it.` : help,
          required: !optional && !isKept,
          value: values[name] ?? '',
          onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
            onChange({ ...draft, values: { ...values, [name]: currentTarget.value } }),
        };
        return secret ? (
          <PasswordInput key={name} {...props} autoComplete="off" placeholder={isKept ? '••••••••' : ''} />
        ) : (
          <TextInput key={name} {...props} autoComplete="off" spellCheck={false} />
        );
      })}
      <Checkbox
        label="It stands in our own network"
        description="Only then may its address be a private one, and begin with http://."
        checked={allowPrivate}
        onChange={({ currentTarget }) => onChange({ ...draft, allowPrivate: currentTarget.checked })}
      />
    </>
  );
}

/** What still has to be typed. */
export function missingFields(
  { credentials }: Connector,
  { values }: CredentialDraft,
  kept: readonly string[] = [],
): readonly string[] {
  return credentials
    .filter(({ name, optional }) => !optional && !kept.includes(name) && !values[name]?.trim())
    .map(({ label }) => label);
}
