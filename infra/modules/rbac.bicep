// Who may do what: all role assignments of the app in one file, so that one look answers the question.
// Each is on one resource, or a part of one, not on the resource group.

@description('Object id of the identity the app runs as.')
param principalId string

@description('Storage account for tables, documents, task hub and package.')
param storageAccountName string

@description('Blob containers of the app, the Functions host and the deployed package.')
param containerNames array

@description('Vault with the key that wraps the app\'s own keys, and the key of the mail API.')
param keyVaultName string

@description('The key in it that wraps.')
param keyName string

@description('Application Insights resource that receives telemetry.')
param applicationInsightsName string

@description('Durable Task Scheduler; empty when the task hub is in the storage account.')
param schedulerName string

// Built-in roles; their ids are the same in every tenant.
// Owner, not Contributor: the Functions host takes leases.
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
// Wraps and unwraps, and reads the public part: no more. (Crypto User may also sign, back up and change keys.)
var keyVaultCryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
// Reads secret values and nothing else.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
// Sends telemetry; reading it is for people.
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
// Works on workflows and starts, wakes and purges them.
var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

// A task hub in the storage account makes queues, containers and tables for itself, and looks which are there: all three take rights on the account. The
// host is one app with one identity, so that these reach the app's own data too. With the scheduler there is no hub here; then the account is closed but for
// tables (the app makes its own as it starts, with the same right that a hub would take), and blobs are opened a container at a time.
var accountRoles = empty(schedulerName)
  ? [
      storageBlobDataOwner
      storageQueueDataContributor
      storageTableDataContributor
    ]
  : [
      storageTableDataContributor
    ]

resource storageAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource containers 'containers' existing = [
      for name in containerNames: {
        name: name
      }
    ]
  }
}

resource keyVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: keyVaultName

  resource key 'keys' existing = {
    name: keyName
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!empty(schedulerName)) {
  name: schedulerName
}

resource accountAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in accountRoles: {
    name: guid(storageAccount.id, principalId, role)
    scope: storageAccount
    properties: {
      principalId: principalId
      // Named, so that Azure does not look the identity up before it has spread through Entra.
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource containerAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in containerNames: if (!empty(schedulerName)) {
    name: guid(storageAccount::blobs::containers[i].id, principalId, storageBlobDataOwner)
    scope: storageAccount::blobs::containers[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)
    }
  }
]

resource keyAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyVault::key.id, principalId, keyVaultCryptoServiceEncryptionUser)
  scope: keyVault::key
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoServiceEncryptionUser)
  }
}

resource secretAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keyVault.id, principalId, keyVaultSecretsUser)
  scope: keyVault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource telemetryAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, principalId, monitoringMetricsPublisher)
  scope: applicationInsights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource schedulerAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(schedulerName)) {
  name: guid(scheduler.id, principalId, durableTaskDataContributor)
  scope: scheduler
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
  }
}
