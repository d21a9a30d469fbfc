// Everything Initiatiefloket needs in Azure, for one municipality. Deployed with `azd up` (docs/deploy.md).
//
// Two choices run through all files:
// - No keys. The app has one user-assigned identity; storage, telemetry and vault know that identity and refuse keys.
//   The only secret is the one SendGrid hands out, and it stands in a vault.
// - Azure Verified Modules with pinned versions, so that Microsoft's defaults are the base line and what we write is
//   only where this app differs, with the reason. Their usage telemetry is off: a municipality did not ask for it.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the azd environment, such as "oldenzaal-productie". Resource names are derived from it.')
param environmentName string

@description('Region. The choice is limited to the EU because the tables hold personal data of residents (AVG).')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Address residents see, without a slash at the end. Empty: the address that Azure gives the app.')
param publicAddress string = ''

@description('SendGrid\'s API. Accounts with a European data region use https://api.eu.sendgrid.com.')
@allowed([
  'https://api.sendgrid.com'
  'https://api.eu.sendgrid.com'
])
param mailApiHost string = 'https://api.sendgrid.com'

@description('Sender of all mail. Its domain must be authenticated with SendGrid (docs/deploy.md).')
param mailFrom string

@secure()
@description('SendGrid API key with the permission "Mail Send" only. Empty: the key that is in the vault already stays.')
param mailApiKey string = ''

@description('When the council digest goes out: CRON with seconds, in UTC (Flex Consumption knows no other time zone).')
param councilDigestSchedule string = '0 0 17 * * SUN'

@description('Host on which ClamAV listens on port 3310. Empty: documents are not scanned for viruses.')
param clamAvHost string = ''

@description('Instances that are kept warm for pages. 0 saves money; the first visitor after a quiet time waits some seconds.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Replication of tables and documents. Case files are kept for years, so three zones of one region is the least.')
@allowed([
  'Standard_ZRS'
  'Standard_GZRS'
])
param storageReplication string = 'Standard_ZRS'

@description('Guards the storage account against deletion. Set to false only for a trial that `azd down` should clean up.')
param lockData bool = true

@description('Mailbox for alerts and for the budget. Empty: no alerts.')
param alertEmail string = ''

@description('Monthly amount (in the currency of the subscription) that rings a bell at 80 and 100 percent. 0: none. It is no estimate.')
@minValue(0)
param monthlyBudget int = 50

var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var functionAppName = 'func-floket-${resourceToken}'
var deploymentContainerName = 'deployments'
var mailApiKeySecretName = 'mail-api-key'
var tags = {
  application: 'initiatiefloket'
  'azd-env-name': environmentName
}

resource resourceGroup 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

// User-assigned rather than system-assigned: its roles are there before the app starts for the first time.
module identity 'br/public:avm/res/managed-identity/user-assigned-identity:0.6.0' = {
  name: 'identity'
  scope: resourceGroup
  params: {
    name: 'id-floket-${resourceToken}'
    location: location
    tags: tags
    enableTelemetry: false
  }
}

// One account for the app's tables and documents, the Durable Task hub, the Functions host and the deployed package.
module storage 'br/public:avm/res/storage/storage-account:0.33.0' = {
  name: 'storage'
  scope: resourceGroup
  params: {
    name: 'stfloket${resourceToken}'
    location: location
    tags: tags
    skuName: storageReplication
    // Without keys there is nothing to leak or rotate, and each request is one of a known identity.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    // The plan calls from shared addresses, so a network rule could only let everyone or nobody in: identities guard this account.
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
    blobServices: {
      // Long enough to undo a mistake, short enough that an erasure under the AVG is real. For the same reason no versions are kept.
      deleteRetentionPolicyEnabled: true
      deleteRetentionPolicyDays: 14
      containerDeleteRetentionPolicyEnabled: true
      containerDeleteRetentionPolicyDays: 14
      isVersioningEnabled: false
      containers: [
        {
          name: deploymentContainerName
        }
      ]
    }
    lock: lockData ? {
      kind: 'CanNotDelete'
      name: 'case-files'
    } : null
    enableTelemetry: false
  }
}

module vault 'br/public:avm/res/key-vault/vault:0.14.0' = {
  name: 'vault'
  scope: resourceGroup
  params: {
    name: 'kv-floket-${resourceToken}'
    location: location
    tags: tags
    sku: 'standard'
    enableRbacAuthorization: true
    enableVaultForDeployment: false
    enableVaultForTemplateDeployment: false
    enableVaultForDiskEncryption: false
    // The one secret can be asked for again at SendGrid; a vault that cannot be purged would block its own name for months.
    enablePurgeProtection: false
    softDeleteRetentionInDays: 7
    secrets: empty(mailApiKey) ? [] : [
      {
        name: mailApiKeySecretName
        value: mailApiKey
        contentType: 'SendGrid API key, permission Mail Send'
      }
    ]
    enableTelemetry: false
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    alertEmail: alertEmail
    monthlyBudget: monthlyBudget
  }
}

module rbac 'modules/rbac.bicep' = {
  name: 'rbac'
  scope: resourceGroup
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: storage.outputs.name
    keyVaultName: vault.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: resourceGroup
  // The host reads storage and vault while it starts; without its roles it would start broken and stay so until a restart.
  dependsOn: [
    rbac
  ]
  params: {
    name: functionAppName
    resourceToken: resourceToken
    location: location
    tags: tags
    identityResourceId: identity.outputs.resourceId
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    deploymentContainerName: deploymentContainerName
    applicationInsightsConnectionString: monitoring.outputs.applicationInsightsConnectionString
    alwaysReadyInstances: alwaysReadyInstances
    publicAddress: empty(publicAddress) ? 'https://${functionAppName}.azurewebsites.net' : publicAddress
    mailApiHost: mailApiHost
    mailFrom: mailFrom
    mailApiKeyReference: '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=${mailApiKeySecretName})'
    councilDigestSchedule: councilDigestSchedule
    clamAvHost: clamAvHost
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = resourceGroup.name
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name
output AZURE_FUNCTION_APP_ADDRESS string = 'https://${functionApp.outputs.defaultHostname}'
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
