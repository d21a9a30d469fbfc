// Everything Initiatiefloket needs in Azure, for one municipality. Deployed with `azd up` (docs/deploy.md).
//
// Two choices run through all files:
// - No keys. The app has one user-assigned identity; storage, telemetry and vault know that identity and refuse keys.
//   The only secret is the one SendGrid hands out, and it stands in a vault. So does the key that wraps the app's own keys, and it never leaves it.
// - Plain resources with a pinned version of their API, and every setting that guards something written out. Nothing comes
//   from a registry, so these files compile anywhere, and the tests do that (tests/Initiatiefloket.Tests/Infra).
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

@description('Public key of SendGrid\'s signed event webhook, which tells what became of mails (docs/mail.md). Empty: it is not used.')
param mailEventKey string = ''

@description('Name of the policy file of this municipality, one of functions/Policies (docs/your-town.md).')
param policyFile string = 'policy.json'

@description('When to look who wants the council digest now: CRON with seconds, in UTC. Leave it at each hour: the policy and each member say when it comes.')
param councilDigestSchedule string = '0 0 * * * *'

@description('Which secret keyed hashes are made with. One higher makes a new one; earlier ones stay readable (docs/deploy.md).')
@minValue(1)
@maxValue(99)
param hashSecret int = 1

@description('What scans documents for viruses: ClamAV (clamd), or nothing (none). No default: whoever deploys this decides it, and tells their staff.')
@allowed([
  'clamd'
  'none'
])
param virusScanner string

@description('Host on which ClamAV listens on port 3310. Empty without a virus scanner.')
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

@description('Reaches storage and vault by private endpoints in a virtual network, and closes them for the internet.')
param privateNetwork bool = false

@description('Address range of that network. A /24 that is used nowhere in the networks it will be connected to.')
param networkPrefix string = '10.80.0.0/24'

@description('Keeps workflows in the Durable Task Scheduler instead of the storage account. The app must carry one package more for it (docs/deploy.md).')
param durableTaskScheduler bool = false

@description('Mailbox for alerts and for the budget. Empty: no alerts.')
param alertEmail string = ''

@description('Monthly amount (in the currency of the subscription) that rings a bell at 80 and 100 percent. 0: none. It is no estimate.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the month in which the budget begins, such as 2027-01-01. Set it once: Azure refuses to change it. Empty: no budget.')
param monthlyBudgetFrom string = ''

@description('The output TELEMETRY_RULE_ID of an earlier deployment, which azd remembers. Empty: the log is without its rule for a moment.')
param telemetryRuleId string = ''

var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var functionAppName = 'func-floket-${resourceToken}'
// As in the storage account, so that host.json says it once.
var hubName = loadJsonContent('../host.json', 'extensions.durableTask.hubName')

// The host would not start with a storage provider that the app does not carry, so nothing is deployed then.
var schedulerPackage = 'Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged'
var carriesSchedulerPackage = contains(loadTextContent('../functions/functions.csproj'), schedulerPackage)

// A test compares the first four with those of the app (TableNames.cs); the others are the Functions host's.
var containerNames = [
  'letters'
  'documents'
  'secrets'
  'data-protection'
  'azure-webjobs-hosts'
  'azure-webjobs-secrets'
]
var deploymentContainerName = 'deployments'

var tags = {
  application: 'initiatiefloket'
  'azd-env-name': environmentName
}

resource resourceGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    redactionRuleId: telemetryRuleId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    replication: storageReplication
    deploymentContainerName: deploymentContainerName
    containerNames: containerNames
    privateNetwork: privateNetwork
    lockData: lockData
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    mailApiKey: mailApiKey
    privateNetwork: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    addressPrefix: networkPrefix
    storageAccountId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableTaskScheduler) {
  name: 'scheduler'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    hubName: carriesSchedulerPackage
      ? hubName
      : fail('DURABLE_TASK_SCHEDULER needs the package ${schedulerPackage} in functions/functions.csproj (docs/deploy.md)')
  }
}

module rbac 'modules/rbac.bicep' = {
  name: 'rbac'
  scope: resourceGroup
  params: {
    principalId: identity.outputs.principalId
    storageAccountName: storage.outputs.name
    containerNames: [...containerNames, deploymentContainerName]
    keyVaultName: vault.outputs.name
    keyName: vault.outputs.keyName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    schedulerName: durableTaskScheduler ? scheduler!.outputs.name : ''
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
    packageContainerUrl: storage.outputs.packageContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.applicationInsightsConnectionString
    durableTaskScheduler: durableTaskScheduler
    schedulerEndpoint: durableTaskScheduler ? scheduler!.outputs.endpoint : ''
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    alwaysReadyInstances: alwaysReadyInstances
    publicAddress: empty(publicAddress) ? 'https://${functionAppName}.azurewebsites.net' : publicAddress
    mailApiHost: mailApiHost
    mailFrom: mailFrom
    mailApiKeyReference: vault.outputs.mailApiKeyReference
    mailEventKey: mailEventKey
    keyAddress: vault.outputs.keyAddress
    hashSecret: hashSecret
    workspaceId: monitoring.outputs.workspaceId
    policyFile: policyFile
    councilDigestSchedule: councilDigestSchedule
    virusScanner: virusScanner
    clamAvHost: virusScanner == 'none' ? '' : empty(clamAvHost) ? fail('VIRUS_SCANNER clamd needs its host in CLAMAV_HOST (docs/deploy.md)') : clamAvHost
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  scope: resourceGroup
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    alertEmail: alertEmail
    monthlyBudget: monthlyBudget
    monthlyBudgetFrom: monthlyBudgetFrom
    workspaceId: monitoring.outputs.workspaceId
    storageAccountId: storage.outputs.id
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = resourceGroup.name
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name
output AZURE_FUNCTION_APP_ADDRESS string = 'https://${functionApp.outputs.defaultHostname}'
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output AZURE_VIRTUAL_NETWORK_NAME string = privateNetwork ? network!.outputs.name : ''
output TELEMETRY_RULE_ID string = monitoring.outputs.redactionRuleId
