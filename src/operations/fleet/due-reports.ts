// Makes the monthly report due to each conversation that wants it: once for a month, also if nothing ran when it was due.
import { dueReport } from '../../domain/subscription/report-day.js';
import type { Clock } from '../../runtime/clock.js';
import { commitLatest } from '../commit.js';
import type { Store } from '../ports/store.js';

/** Makes due what is. @throws StoreError */
export async function dueReports({ store, clock }: { readonly store: Store; readonly clock: Clock }): Promise<void> {
  const now = clock.now();
  const wanting = [...store.conversations()].filter(({ reportedFor }) => reportedFor !== undefined);
  for (const { id: conversationId } of wanting) {
    // That it's due and that it was made due are one write, based on the conversation as it was read.
    await commitLatest(store, () => {
      const known = store.conversation(conversationId);
      const month = known && dueReport(known, now);
      if (!known || month === undefined) return undefined;
      return {
        basedOn: [store.rowVersion('conversations', conversationId)],
        conversations: [{ ...known, reportedFor: month }],
        deliveries: [{ id: `report ${month} ${conversationId}`, kind: 'fleetReport', conversationId, at: now }],
      };
    });
  }
}
