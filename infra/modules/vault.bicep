// The vault, for the one secret there is: the key of the mail API.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@secure()
@description('SendGrid API key. Empty: the key that is in the vault already stays.')
param mailApiKey string

@description('Reached by private endpoints only.')
param privateNetwork bool

@description('Workspace that keeps who read the secret.')
param workspaceId string

var mailApiKeyName = 'mail-api-key'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: 'kv-floket-${resourceToken}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    // Roles, not access policies, so that rbac.bicep is the whole answer to who may do what.
    enableRbacAuthorization: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    // No protection against purging: the secret can be asked for again at SendGrid, and a vault that cannot be purged would block its own name for months.
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: privateNetwork ? 'None' : 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(mailApiKey)) {
  parent: vault
  name: mailApiKeyName
  properties: {
    value: mailApiKey
    contentType: 'SendGrid API key, permission Mail Send'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
output name string = vault.name
output mailApiKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${mailApiKeyName})'
