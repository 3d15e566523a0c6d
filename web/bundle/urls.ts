import { exportBundle, importBundle, loadDemo } from '../../contract/bundle-transfer.ts';
import { urlOf } from '../api/call.ts';

export const exportUrl = urlOf(exportBundle);
export const importUrl = urlOf(importBundle);
export const demoUrl = urlOf(loadDemo);
