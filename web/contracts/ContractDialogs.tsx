import {
  type Contract,
  type ContractLine,
  deleteContract,
  deleteContractLine,
} from '../../contract/contracts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';
import { formatCount } from '../ui/numbers.ts';
import { ContractModal } from './ContractModal.tsx';
import { LineModal } from './LineModal.tsx';
import { lineName } from './line-name.ts';

/** What is being done with contracts: to one as it stood when the dialog was opened, or to a new one (null). */
export type ContractDialog =
  | { readonly what: 'edit contract'; readonly contract: Contract | null }
  | { readonly what: 'delete contract'; readonly contract: Contract }
  | { readonly what: 'edit line'; readonly contract: Contract; readonly line: ContractLine | null }
  | { readonly what: 'delete line'; readonly line: ContractLine };

interface ContractDialogsProps {
  readonly company: string;
  readonly dialog: ContractDialog;
  readonly vendors: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: (contract: Contract) => void;
}

/** The dialog that is open. It stands beside the list, so that what is typed stays whatever becomes of the list. */
export function ContractDialogs({ company, dialog, vendors, onClose, onAdded }: ContractDialogsProps) {
  const companyChanged = useCompanyChanged();
  switch (dialog.what) {
    case 'edit contract':
      return (
        <ContractModal
          company={company}
          contract={dialog.contract}
          vendors={vendors}
          onClose={onClose}
          onAdded={onAdded}
        />
      );
    case 'edit line':
      return <LineModal contract={dialog.contract} line={dialog.line} vendors={vendors} onClose={onClose} />;
    case 'delete contract': {
      const { id, name, lines } = dialog.contract;
      return (
        <DeleteModal
          title={`Delete ${name}?`}
          etag={dialog.contract.etag}
          onDelete={(ifMatch) => call(deleteContract, { params: { id }, ifMatch })}
          changed={companyChanged}
          onClose={onClose}
        >
          {lines.length > 0 ? `Its ${formatCount(lines.length, 'line goes', 'lines go')} with it. ` : ''}
          To keep it listed and out of every sum, exclude it instead.
        </DeleteModal>
      );
    }
    case 'delete line': {
      const { line } = dialog;
      return (
        <DeleteModal
          title={`Delete the line ${lineName(line)}?`}
          etag={line.etag}
          onDelete={(ifMatch) => call(deleteContractLine, { params: { id: line.id }, ifMatch })}
          changed={companyChanged}
          onClose={onClose}
        >
          To keep it on record, edit it and give the day it was cancelled on instead.
        </DeleteModal>
      );
    }
  }
}
