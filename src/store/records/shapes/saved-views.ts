// The shape of a person's views.
import type { SavedView, SavedViews } from '../../../domain/query/saved-views.js';
import { record, text } from './kit.js';

/** The views of one person. */
export const savedViews = record<SavedViews>({
  personId: text,
  views: record<SavedView>({ name: text, query: text }).array(),
  opensWith: text.optional(),
});
