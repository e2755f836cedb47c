// How a file gets to the person who asked for it.
/** Times are for text blocks only. */
export const files = {
  offered: 'Teams asks below whether it may save the file to your OneDrive.',
  link: ({ until }: { until: string }) => `The link opens without sign-in until ${until} (10 minutes). Don’t share it.`,
  orLink: ({ until }: { until: string }) =>
    `Or use the link, which opens without sign-in until ${until} (10 minutes). Don’t share it.`,
  unavailable:
    'Gatehouse can’t give you files here, because it has no address that you can open. Ask your Gatehouse administrator to set PUBLIC_URL.',
  open: ({ label }: { label: string }) => `Open ${label}`,
};
