// The plan and the app. Every app setting stands here: what is not in this file is not set.

@description('Name of the function app; also the first part of its address.')
param name string

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Resource id of the identity the app runs as.')
param identityResourceId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account for tables, documents, task hub and package.')
param storageAccountName string

@description('Address of the blob container that the deployed package is put in.')
param packageContainerUrl string

@description('Where telemetry goes. It names an address and a resource; it is no credential, because keys are refused there.')
param applicationInsightsConnectionString string

@description('Keeps workflows in the Durable Task Scheduler instead of the storage account.')
param durableTaskScheduler bool

@description('Address of that scheduler; empty without one.')
param schedulerEndpoint string

@description('Subnet that the app calls from; empty for none.')
param subnetId string

@description('Instances that are kept warm for pages.')
param alwaysReadyInstances int

@description('Address residents see, without a slash at the end.')
param publicAddress string

@description('Address of the mail API.')
param mailApiHost string

@description('Sender of all mail.')
param mailFrom string

@description('Key Vault reference to the key of the mail API.')
param mailApiKeyReference string

@description('Key in the vault that wraps the app\'s own keys: its address, without a version.')
param keyAddress string

@description('Which secret the app makes keyed hashes with; one higher is a new one (docs/deploy.md).')
param hashSecret int

@description('Workspace that keeps what the host says.')
param workspaceId string

@description('Public key of the event webhook of the mail service; empty for none.')
param mailEventKey string

@description('Name of the policy file.')
param policyFile string

@description('When to look who wants the council digest now: CRON with seconds, in UTC.')
param councilDigestSchedule string

@description('What scans documents for viruses: clamd or none.')
param virusScanner string

@description('Host of ClamAV; empty for no virus scan.')
param clamAvHost string

var settings = {
  // The host, the Durable Task hub and the app's own tables and blobs: one connection, by identity.
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  // What else the app signs in to, it signs in to as the same identity.
  AZURE_CLIENT_ID: identityClientId

  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

  Site__PublicAddress: publicAddress
  Mail__ApiHost: mailApiHost
  Mail__From: mailFrom
  Mail__ApiKey: mailApiKeyReference
  Mail__EventKey: mailEventKey
  Keys__VaultKey: keyAddress
  Keys__HashSecret: string(hashSecret)
  Policy__File: policyFile
  CouncilDigestSchedule: councilDigestSchedule
  DocumentSweepSchedule: '30 */5 * * * *'
  Documents__VirusScanner: virusScanner
  Documents__ClamAvHost: clamAvHost
}

// Overrides host.json, which names no storage provider: that is Azure Storage.
var schedulerSettings = {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-floket-${resourceToken}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app of azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'floket' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityResourceId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Key Vault references use the system-assigned identity unless told otherwise, and there is none.
    keyVaultReferenceIdentity: identityResourceId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    // Any instance may answer any request: state is in tables. No affinity means one cookie less.
    clientAffinityEnabled: false
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityResourceId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        // A town's traffic needs few instances; the ceiling keeps an attack from becoming a bill.
        maximumInstanceCount: 40
        instanceMemoryMB: 2048
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: alwaysReadyInstances
              }
            ]
      }
    }
  }

  // All settings at once: one that was typed in the portal would be lost at a next machine; this file is the truth.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, durableTaskScheduler ? schedulerSettings : {})
  }

  // Deploying goes with an Entra token; user names and passwords for it are switched off.
  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

// The host's own log, of which redaction.bicep keeps warnings and errors without personal links, and how busy the app is. No other category: Azure's
// log of requests has their addresses, which nothing cuts off there.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output name string = site.name
output defaultHostname string = site.properties.defaultHostName
