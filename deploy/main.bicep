// Gatehouse on Azure: the bot, its identity, and what it runs on. For how to deploy it, see docs/1-hosting-azure.md.
//
// - The bot is a user-assigned managed identity, so it has no password that could leak or expire.
// - Secrets are in a key vault, which only that identity can read.
// - One replica by itself keeps everything in /data: the folder has one writer, and its lock keeps others out. Container Apps starts
//   a new revision beside the old one, which still holds that lock, so an update begins with stopping the old one
//   (docs/1-hosting-azure.md).
// - Several replicas share a PostgreSQL database, which only this network reaches, with a standby in another zone (docs/replicas.md).
// - /data is an NFS share. Gatehouse renames files over one another and flushes the folder after that. Linux does both on NFS,
//   while its SMB client long refused to flush a folder. Container Apps can't mount a managed disk.
targetScope = 'resourceGroup'

@description('The name of everything.')
@minLength(3)
@maxLength(16)
param name string = 'gatehouse'

param location string = resourceGroup().location

@description('The image that the Dockerfile builds, such as contoso.azurecr.io/gatehouse:0.1.0.')
param image string

@description('The name of an Azure Container Registry in this resource group that holds the image. Empty: the image is public.')
param registryName string = ''

@description('The partner tenant.')
param partnerTenantId string = tenant().tenantId

@description('The app registration that acts as the signed-in service account.')
param partnerClientId string

@secure()
@description('The secret of that app registration.')
param partnerClientSecret string

@secure()
@description('32 bytes in base64: openssl rand -base64 32. Keep it: without it, Gatehouse has to sign in again.')
@minLength(44)
@maxLength(44)
param tokenKey string

@description('The access template, as JSON. See .env.example.')
param accessTemplate object

@description('Entra object IDs of people, or group:<object ID>, separated by commas.')
param admins string
param operators string = ''
param viewers string = ''

@description('How many replicas. With more than one, they share a PostgreSQL database in place of the folder.')
@minValue(1)
@maxValue(10)
param replicas int = 1

@secure()
@description('For several replicas: the password of the database’s owner, who makes its tables.')
param databaseOwnerPassword string = ''

@secure()
@description('For several replicas: the password of the bot at the database. The job `<name>-migrate` makes its login.')
param databaseBotPassword string = ''

@description('The database’s standby, which is synchronous. Not every region has several zones.')
@allowed(['ZoneRedundant', 'SameZone', 'Disabled'])
param databaseStandby string = 'ZoneRedundant'

@description('The address from outside, if it is another one than that of the Container App.')
param publicUrl string = ''

@description('More settings of .env.example by name, such as PARTNER_NAME, each as a string. No secrets: everyone who can read the app sees them.')
param settings object = {}

var unique = uniqueString(resourceGroup().id, name)
var storageName = take('${toLower(replace(name, '-', ''))}${unique}', 24)
var shareName = 'data'
var usesDatabase = replicas > 1
// Built into Azure.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

var databaseName = '${name}-${unique}'
// Its certificate is one that Node trusts by itself.
var databaseAddress = '${databaseName}.postgres.database.azure.com/gatehouse?sslmode=verify-full'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.70.0.0/24'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.70.0.0/27'
          delegations: [
            { name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }
          ]
          serviceEndpoints: [
            { service: 'Microsoft.Storage' }
            { service: 'Microsoft.KeyVault' }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.70.0.32/28'
          delegations: [
            { name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }
          ]
        }
      }
    ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${unique}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    // Only the apps read it. This file writes it through Azure's own management, which the firewall doesn't block.
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        { id: network.properties.subnets[0].id }
      ]
      ipRules: []
    }
  }

  resource clientSecret 'secrets' = {
    name: 'partner-client-secret'
    properties: { value: partnerClientSecret }
  }

  resource key 'secrets' = {
    name: 'token-key'
    properties: { value: tokenKey }
  }

  resource botAtDatabase 'secrets' = if (usesDatabase) {
    name: 'database-url'
    properties: { value: 'postgres://gatehouse_bot:${uriComponent(databaseBotPassword)}@${databaseAddress}' }
  }

  resource ownerAtDatabase 'secrets' = if (usesDatabase) {
    name: 'database-owner-url'
    properties: { value: 'postgres://gatehouse_owner:${uriComponent(databaseOwnerPassword)}@${databaseAddress}' }
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (registryName != '') {
  name: empty(registryName) ? 'none' : registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (registryName != '') {
  name: guid(resourceGroup().id, registryName, name, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = if (usesDatabase) {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource inNetwork 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (usesDatabase) {
  name: databaseName
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '16'
    administratorLogin: 'gatehouse_owner'
    administratorLoginPassword: databaseOwnerPassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: databaseStandby }
    network: {
      delegatedSubnetResourceId: network.properties.subnets[1].id
      privateDnsZoneArmResourceId: databaseZone.id
    }
  }

  resource tables 'databases' = {
    name: 'gatehouse'
  }
  dependsOn: [databaseZone::inNetwork]
}

// NFS has no sign-in: everything in the network can mount it, and nothing else can reach it.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'FileStorage'
  sku: { name: 'Premium_LRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    // Azure Files accepts NFS only where this is off, which is about HTTPS and SMB.
    supportsHttpsTrafficOnly: false
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        { id: network.properties.subnets[0].id, action: 'Allow' }
      ]
    }
  }

  resource files 'fileServices' = {
    name: 'default'

    resource share 'shares' = {
      name: shareName
      properties: {
        enabledProtocols: 'NFS'
        // The first container, which is root, gives the folder to the user of the second.
        rootSquash: 'NoRootSquash'
        shareQuota: 100
      }
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: {
      infrastructureSubnetId: network.properties.subnets[0].id
      internal: false
    }
    workloadProfiles: [
      { name: 'Consumption', workloadProfileType: 'Consumption' }
    ]
  }

  resource data 'storages' = {
    name: 'data'
    properties: {
      nfsAzureFile: {
        server: '${storage.name}.file.${az.environment().suffixes.storage}'
        shareName: '/${storage.name}/${shareName}'
        accessMode: 'ReadWrite'
      }
    }
    dependsOn: [storage::files::share]
  }
}

var host = '${name}.${environment.properties.defaultDomain}'
var address = empty(publicUrl) ? 'https://${host}' : publicUrl

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: empty(registryName) ? [] : [
        { server: '${registryName}${az.environment().suffixes.acrLoginServer}', identity: identity.id }
      ]
      secrets: concat([
        { name: 'partner-client-secret', keyVaultUrl: vault::clientSecret.properties.secretUri, identity: identity.id }
        { name: 'token-key', keyVaultUrl: vault::key.properties.secretUri, identity: identity.id }
        // Not a secret, but a file.
        { name: 'access-template', value: string(accessTemplate) }
      ], usesDatabase ? [
        { name: 'database-url', keyVaultUrl: '${vault.properties.vaultUri}secrets/database-url', identity: identity.id }
      ] : [])
    }
    template: {
      terminationGracePeriodSeconds: 15
      scale: { minReplicas: replicas, maxReplicas: replicas }
      initContainers: [
        {
          name: 'owner'
          image: 'node:24.21.0-bookworm-slim'
          command: ['chown', '1000:1000', '/data']
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
          ]
        }
      ]
      containers: [
        {
          name: 'gatehouse'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat([
            { name: 'PUBLIC_URL', value: address }
            { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: identity.properties.tenantId }
            { name: 'PARTNER_CLOUD', value: 'microsoft' }
            { name: 'PARTNER_TENANT_ID', value: partnerTenantId }
            { name: 'PARTNER_CLIENT_ID', value: partnerClientId }
            { name: 'PARTNER_CLIENT_SECRET', secretRef: 'partner-client-secret' }
            { name: 'TOKEN_KEY', secretRef: 'token-key' }
            { name: 'ACCESS_TEMPLATE', value: '/settings/access-template' }
            { name: 'ADMINS', value: admins }
            { name: 'OPERATORS', value: operators }
            { name: 'VIEWERS', value: viewers }
          ], usesDatabase ? [
            { name: 'DATABASE_URL', secretRef: 'database-url' }
          ] : [], map(items(settings), each => { name: each.key, value: each.value }))
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/readyz', port: 3978 }
              periodSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 30
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: 3978 }
              periodSeconds: 5
            }
          ]
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
            { volumeName: 'settings', mountPath: '/settings' }
          ]
        }
      ]
      volumes: [
        { name: 'data', storageType: 'NfsAzureFile', storageName: environment::data.name }
        {
          name: 'settings'
          storageType: 'Secret'
          secrets: [
            { secretRef: 'access-template', path: 'access-template' }
          ]
        }
      ]
    }
  }
  dependsOn: [mayReadSecrets, mayPull, vault::botAtDatabase]
}

// Started by hand before a new version's first start: makes the tables, and the bot's login, or brings them up to date.
resource migrate 'Microsoft.App/jobs@2025-01-01' = if (usesDatabase) {
  name: '${name}-migrate'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 600
      replicaRetryLimit: 0
      registries: empty(registryName) ? [] : [
        { server: '${registryName}${az.environment().suffixes.acrLoginServer}', identity: identity.id }
      ]
      secrets: [
        { name: 'database-url', keyVaultUrl: '${vault.properties.vaultUri}secrets/database-url', identity: identity.id }
        { name: 'database-owner-url', keyVaultUrl: '${vault.properties.vaultUri}secrets/database-owner-url', identity: identity.id }
      ]
    }
    template: {
      containers: [
        {
          name: 'migrate'
          image: image
          command: ['node', 'dist/cli/store-migrate.js', '--login']
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          env: [
            { name: 'DATABASE_URL', secretRef: 'database-url' }
            { name: 'DATABASE_OWNER_URL', secretRef: 'database-owner-url' }
          ]
        }
      ]
    }
  }
  dependsOn: [mayReadSecrets, mayPull, vault::botAtDatabase, vault::ownerAtDatabase, database::tables]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Gatehouse'
    endpoint: '${address}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

@description('For MicrosoftAppId, where npm run package is run.')
output microsoftAppId string = identity.properties.clientId

@description('For PUBLIC_URL, where npm run package is run.')
output publicUrl string = address
