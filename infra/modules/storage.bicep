// One account for the app's tables and documents, the Durable Task hub, the Functions host and the deployed package.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Replication of tables and documents.')
param replication string

@description('Blob container that the deployed package is put in.')
param deploymentContainerName string

@description('Blob containers of the app and of the Functions host, which rbac.bicep names one by one.')
param containerNames array

@description('Reached by private endpoints only.')
param privateNetwork bool

@description('Guards the account against deletion.')
param lockData bool

@description('Workspace that keeps who read and changed what.')
param workspaceId string

// Long enough to undo a mistake, short enough that an erasure under the AVG is real. For the same reason no versions are kept.
var daysToUndo = 14

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'stfloket${resourceToken}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: replication
  }
  properties: {
    // Without keys there is nothing to leak or rotate, and each request is one of a known identity.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    accessTier: 'Hot'
    encryption: {
      keySource: 'Microsoft.Storage'
      // Encrypted twice, by two keys of Microsoft's. It cannot be switched on later.
      requireInfrastructureEncryption: true
      services: {
        blob: {
          enabled: true
        }
        file: {
          enabled: true
        }
      }
    }
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    // Without a network of its own the app calls from shared addresses, so a rule could only let everyone or nobody in: identities guard this account.
    networkAcls: {
      bypass: privateNetwork ? 'None' : 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: daysToUndo
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: daysToUndo
    }
    isVersioningEnabled: false
  }
}

resource deployments 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: deploymentContainerName
  properties: {
    publicAccess: 'None'
  }
}

// The app and the host make what is missing. They are made here because a role can be given on a container that is there, and whoever has a role on one
// container only can make no other.
resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for name in containerNames: {
    parent: blobs
    name: name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

// Who else than the app touched case files, or the messages that drive their workflows: redaction.bicep leaves out what the app does itself.
resource blobAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource tableAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: tables
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource queueAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: queues
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (lockData) {
  name: 'case-files'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Case files of residents. See docs/deploy.md before removing this lock.'
  }
}

output id string = account.id
output name string = account.name
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${deployments.name}'
