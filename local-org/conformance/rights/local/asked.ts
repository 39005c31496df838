import type { Sheet } from '../cells';
import type { RightsModel } from '../model';
import type { Harbour } from './harbour';

/** Who is asked, whose word is held against it, and where both answers go. */
export interface Asked { readonly harbour: Harbour; readonly model: RightsModel; readonly sheet: Sheet; }
