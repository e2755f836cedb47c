// Paths of the certificates behind the signatures of events.

/** Host name in the signer's certificate and in its file's name. */
export const signerName = 'pcnotifications-dispatch.microsoft.com';
/** The folder of certificates that clients pin. */
export const certificateFolder = '/cert';
/** Path of the signer's certificate. */
export const signerPath = `${certificateFolder}/${signerName}.cer`;
/** Path of the intermediate's certificate, as the signer's certificate gives it. */
export const intermediatePath = `${certificateFolder}/intermediate.cer`;
