// The two changes that an active relationship allows, both of which keep access: auto-extend, and Global Administrator's end.
import { globalAdministratorId } from '../../domain/access/gdap-roles.js';
import type { OperationStatus, StartedOperation } from '../../domain/access/keeping.js';
import { Refused } from '../../domain/errors.js';
import type { Done } from '../../operations/ports/microsoft-writes.js';
import type { HttpAnswer, HttpClient } from '../http/http-client.js';
import { get, pathOf, root, unifiedRoles } from './relationship-paths.js';
import { operationShape, type PatchedRelationship, patchedShape, versionShape } from './relationship-shape.js';

/**
 * Switches auto-extend on.
 * @see https://learn.microsoft.com/graph/api/delegatedadminrelationship-update (checked 2026-11-29)
 */
export async function setAutoExtend(http: HttpClient, relationshipId: string): Promise<Done> {
  const { requestId } = await patch(http, relationshipId, () => ({ autoExtendDuration: 'P180D' }));
  return { value: undefined, requestId };
}

/**
 * Takes Global Administrator out of an active relationship: all other roles are sent, and Graph answers with an operation. It
 * isn't done before the relationship says so.
 * @see https://learn.microsoft.com/graph/api/delegatedadminrelationship-update (checked 2026-11-29)
 */
export async function removeGlobalAdministrator(
  http: HttpClient,
  relationshipId: string,
): Promise<Done<StartedOperation>> {
  const {
    requestId,
    location,
    retryAfterSeconds = 0,
  } = await patch(http, relationshipId, ({ roleIds }) => ({
    accessDetails: unifiedRoles(roleIds.filter((roleId) => roleId !== globalAdministratorId)),
  }));
  const id = /\/operations\/([^/?]+)/.exec(location ?? '')?.[1];
  return { value: { ...(id !== undefined && { id: decodeURIComponent(id) }), retryAfterSeconds }, requestId };
}

/** How an operation on a relationship is. */
export function readOperation(http: HttpClient, relationshipId: string, operationId: string): Promise<OperationStatus> {
  const path = `${pathOf(relationshipId)}/operations/${encodeURIComponent(operationId)}`;
  return http.read(get(path, `${root}/{id}/operations/{id}`), operationShape);
}

// On what was just read; where that has changed meanwhile, once more.
async function patch(
  http: HttpClient,
  relationshipId: string,
  bodyFor: (read: PatchedRelationship) => unknown,
): Promise<HttpAnswer> {
  const [path, template] = [pathOf(relationshipId), `${root}/{id}`];
  for (let isAgain = false; ; isAgain = true) {
    const read = await http.read(get(path, template), patchedShape);
    try {
      const headers = { 'If-Match': read.etag };
      return await http.call({ method: 'PATCH', path, template, body: bodyFor(read), headers });
    } catch (error) {
      if (isAgain || !(error instanceof Refused)) throw error;
      // A stale etag gets 412 by the documentation, and 400 as seen in practice.
      const current = await http.read(get(path, template), versionShape);
      if (current === read.etag) throw error;
    }
  }
}
