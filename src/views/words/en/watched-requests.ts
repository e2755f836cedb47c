// Requests to offboarded tenants that may still be approved.
/** Names are foreign text. */
export const watchedRequests = {
  theRequest: 'the request',
  namedRequest: ({ request }: { request: string }) => `the request “${request}”`,
  overTitle: ({ tenant }: { tenant: string }) => `✅ The access to ${tenant} has ended`,
  over: ({ request }: { request: string }) => `Microsoft confirms it: ${request} no longer gives access.`,
  terminatingTitle: ({ tenant }: { tenant: string }) => `⏳ The access to ${tenant} is being terminated`,
  requestedBy: ({ person, date }: { person: string; date: string }) => `${person} requested it on ${date}.`,
  unnamed: 'Someone',
  asking:
    'Gatehouse is asking Microsoft, which can’t terminate access that it’s still setting up. Gatehouse retries until it can.',
  accepted: 'Microsoft has accepted it and usually shows it within minutes.',
  youAreNotified: 'You’ll be notified when Microsoft shows that it has ended.',
  refusedTitle: ({ tenant }: { tenant: string }) => `❌ The access to ${tenant} couldn’t be terminated`,
  byHandTerminate:
    'To end it yourself, open the customer in Partner Center, then Admin relationships, and select Terminate relationship.',
  byHand: 'To check it yourself, open the customer in Partner Center, then Admin relationships.',
  openTitle: ({ tenant }: { tenant: string }) => `The request to ${tenant} hasn’t been approved`,
  open: ({ date }: { date: string }) => `There’s nothing to terminate. It expires on ${date}.`,
  approvedTitle: ({ tenant }: { tenant: string }) => `⚠️ You have access to ${tenant} again: it approved an old request`,
  approved: ({ request, date }: { request: string; date: string }) =>
    `When the tenant was offboarded, ${request} was still open and couldn’t be withdrawn. An administrator of the tenant has approved it; Gatehouse noticed on ${date}. You have access there again.`,
  approvedNext:
    'If that isn’t wanted, terminate it now. If you work for this tenant again, you don’t have to do anything. To manage it, select Enable in /tenants.',
  notWatchedTitle: ({ tenant }: { tenant: string }) => `Gatehouse no longer watches the request to ${tenant}`,
  nothingDone: 'Nothing was done.',
  notFound: 'Microsoft no longer has the request, or didn’t answer just now.',
  mayGiveAccess: ({ request }: { request: string }) =>
    `Microsoft still shows ${request}, so it may give access. If the tenant is managed again, that’s expected, and its card in /tenants can end it.`,
  offboarded: ({ date, certificate }: { date: string; certificate: string }) =>
    `The offboarding of the tenant ended on ${date}, certificate ${certificate}.`,
  settingUp:
    'Microsoft is still setting it up and can’t terminate it before that’s done. Select the button anyway: Gatehouse waits for it.',
  refusedUnconfirmed: 'Microsoft accepted it more than an hour ago, but still shows the access.',
  refusedForAnHour: 'Microsoft has been saying for an hour that it isn’t possible now.',
  requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}`,
  tenantId: ({ id }: { id: string }) => `Tenant: ${id}`,
  busy: 'Gatehouse is busy with it right now. Nothing was done. Try again.',
  terminate: 'Terminate it now',
  terminateTooltip: ({ tenant }: { tenant: string }) => `Terminate the access to ${tenant} now`,
  retryTooltip: ({ tenant }: { tenant: string }) => `Try again to terminate the access to ${tenant}`,
};
