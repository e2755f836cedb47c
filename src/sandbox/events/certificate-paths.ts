// Where are the certificates of whoever signs events?

/** Host name in the signer's certificate, and in the name of its file. */
export const signerName = 'pcnotifications-dispatch.microsoft.com';
/** The folder of certificates, by which clients know them. */
export const certificateFolder = '/cert';
/** Path of the signer's certificate. */
export const signerPath = `${certificateFolder}/${signerName}.cer`;
/** Path of the intermediate's certificate, which the signer's names. */
export const intermediatePath = `${certificateFolder}/intermediate.cer`;
