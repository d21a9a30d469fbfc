// The vault: the key that wraps the app's own keys, and the one secret there is, the key of the mail API.

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

@description('Workspace that keeps who used key and secret.')
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
    // Without its key nobody opens what the app stored under it: whoever deletes it cannot also see to it that it is gone for good. The days cannot be changed
    // for a vault that is there (docs/deploy.md).
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: privateNetwork ? 'None' : 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

// Deploying it again changes nothing: a new version comes from `az keyvault key rotate` only (docs/deploy.md).
resource key 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'app-keys'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    // Nothing else is done with it, whatever a role would let somebody do.
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    attributes: {
      enabled: true
      exportable: false
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
output keyName string = key.name
// Without a version: new keys are wrapped under the newest one, and what is wrapped says under which.
output keyAddress string = 'https://${vault.name}${environment().suffixes.keyvaultDns}/keys/${key.name}'
output mailApiKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=${mailApiKeyName})'
