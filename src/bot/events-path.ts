// Where do Partner Center's events come in?

/** The path on the bot's own server. */
export const eventsPath = '/api/partner-center';
