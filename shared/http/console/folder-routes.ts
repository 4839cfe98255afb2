import * as z from 'zod';
import { withApproval } from '../../console/folder/quotes.ts';
import { refusalsOf } from '../../sign-on/field-refusals.ts';
import { Problem } from '../problem.ts';
import { htmlResponse, jsonResponse } from '../response.ts';
import { appliedResponse, applyFiles } from './apply-files.ts';
import type { CampaignRequest } from './console-request.ts';
import { applyOptions, isChecked, submittedFiles } from './folder-body.ts';
import { changesFor, examine, type FolderContext, storedFolderOf } from './folder-request.ts';
import { textsPageOf } from './texts-view.ts';

/** The campaign's stored files. A browser gets the page with their editors. */
export async function showFolder(request: CampaignRequest, context: FolderContext) {
  if (request.prefersHtml) return await showTexts(request, context);
  const { files, version } = await storedFolderOf(request, context);
  return jsonResponse(200, { files: Object.fromEntries(files), version });
}

/** The page with the campaign's files in editors. */
export async function showTexts(request: CampaignRequest, context: FolderContext) {
  const folder = await storedFolderOf(request, context);
  const isApplied = request.queryStringParameters?.applied === 'updated';
  return htmlResponse(200, await textsPageOf(request, context, { folder, isApplied }));
}

/** The mistakes in files, and what they would change. Changes nothing. */
export async function checkFolder(request: CampaignRequest, context: FolderContext) {
  const folder = await storedFolderOf(request, context);
  const files = submittedFiles(request, folder.files);
  const asksAgain = isChecked(request.fields.askAgain);
  const examination = await examine(request, context, { folder, files, asksAgain });
  if (request.prefersHtml)
    return htmlResponse(200, await textsPageOf(request, context, { folder, examination }));
  const { mistakes, warnings, proposal } = examination;
  return jsonResponse(200, { mistakes, warnings, ...(proposal && changesFor(proposal)) });
}

/** Applies files if the version that they were made from is still stored. */
export async function applyFolder(request: CampaignRequest, context: FolderContext) {
  const options = applyOptions(request.fields);
  const folder = await storedFolderOf(request, context);
  const files = submittedFiles(request, folder.files);
  const applied = await applyFiles(request, context, { folder, files, ...options });
  return await appliedResponse(request, context, applied, 'texts');
}

const approvalSchema = z.object({
  version: z.string({ error: ({ input }) => (input === undefined ? 'required' : 'not-a-string') }),
  file: z.string('required'),
  quote: z.coerce.number('required').int('required').min(1, 'required'),
});

/** Approves one quote, or withdraws the approval (`approved` is `no` or false). */
export async function approveQuote(request: CampaignRequest, context: FolderContext) {
  const { success, data, error } = z.safeParse(approvalSchema, request.fields);
  if (!success) throw new Problem('invalid', { errors: refusalsOf(error.issues) });
  const folder = await storedFolderOf(request, context);
  const { approved = true } = request.fields;
  const files = withApproval(folder.files, { ...data, isApproved: isChecked(approved) });
  if (!files) throw new Problem('not-found');
  const applied = await applyFiles(request, context, { folder, files, version: data.version });
  return await appliedResponse(request, context, applied, 'texts', '#quotes');
}
