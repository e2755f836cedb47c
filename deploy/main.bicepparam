// An example: copy it to my.bicepparam and put in your own values. Secrets come from the environment of the person who deploys,
// so that none is in a file.
using './main.bicep'

param image = 'contoso.azurecr.io/gatehouse:0.1.0'
param registryName = 'contoso'
param partnerClientId = '00000000-0000-0000-0000-000000000000'
param partnerClientSecret = readEnvironmentVariable('PARTNER_CLIENT_SECRET')
param tokenKey = readEnvironmentVariable('TOKEN_KEY')
// For several replicas, say how many, and export two passwords. See docs/replicas.md.
param replicas = 1
param databaseOwnerPassword = readEnvironmentVariable('databaseOwnerPassword', '')
param databaseBotPassword = readEnvironmentVariable('databaseBotPassword', '')
param admins = '00000000-0000-0000-0000-000000000000'
param settings = {
  PARTNER_NAME: 'Contoso IT'
  REQUIRE_SECOND_ADMIN: 'false'
}
param accessTemplate = {
  durationDays: 730
  autoExtend: true
  requireAzure: true
  assignments: [
    {
      groupId: '00000000-0000-0000-0000-000000000000'
      groupName: 'Service Desk'
      roles: ['Exchange Administrator', 'User Administrator', 'Directory Readers']
    }
  ]
}
