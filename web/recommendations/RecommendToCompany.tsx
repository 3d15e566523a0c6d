import { useState } from 'react';
import { ChooseCompany } from '../companies/ChooseCompany.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { NewRecommendation } from './RecommendationDialog.tsx';

/** Recommends something to a company that is chosen first. */
export function RecommendToCompany({ onClose }: { readonly onClose: () => void }) {
  const [company, setCompany] = useState<string | null>(null);
  useFocusBack();
  if (company === null) return <ChooseCompany title="Recommend" onChoose={setCompany} onClose={onClose} />;
  return <NewRecommendation company={company} onClose={onClose} />;
}
