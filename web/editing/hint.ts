type WrapperPart = 'label' | 'input' | 'description' | 'error';

const ORDER: WrapperPart[] = ['label', 'input', 'description', 'error'];

/** What is said beneath a field, so that fields side by side stay level. */
export const hint = (description: string) => ({ description, inputWrapperOrder: ORDER });
