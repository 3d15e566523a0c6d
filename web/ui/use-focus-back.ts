import { useEffect, useState } from 'react';

/** Gives the focus back to what had it when the component appeared, as soon as it is gone: for dialogs that come and go. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // what the dialog held the focus with is taken down first
      window.setTimeout(() => {
        if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
      });
    },
    [opener],
  );
}
