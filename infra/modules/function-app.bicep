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

@description('Blob container that the deployed package is put in.')
param deploymentContainerName string

@description('Where telemetry goes. It names an address and a resource; it is no credential, because keys are refused there.')
param applicationInsightsConnectionString string

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

@description('When the council digest goes out: CRON with seconds, in UTC.')
param councilDigestSchedule string

@description('Host of ClamAV; empty for no virus scan.')
param clamAvHost string

module plan 'br/public:avm/res/web/serverfarm:0.7.0' = {
  name: 'plan'
  params: {
    name: 'plan-floket-${resourceToken}'
    location: location
    tags: tags
    kind: 'functionapp'
    skuName: 'FC1'
    reserved: true
    enableTelemetry: false
  }
}

module site 'br/public:avm/res/web/site:0.24.0' = {
  name: 'site'
  params: {
    name: name
    location: location
    // azd finds the app of azure.yaml by this tag.
    tags: union(tags, { 'azd-service-name': 'floket' })
    kind: 'functionapp,linux'
    serverFarmResourceId: plan.outputs.resourceId
    managedIdentities: {
      userAssignedResourceIds: [
        identityResourceId
      ]
    }
    // Key Vault references use the system-assigned identity unless told otherwise, and there is none.
    keyVaultAccessIdentityResourceId: identityResourceId
    httpsOnly: true
    // Any instance may answer any request: state is in tables. No affinity means one cookie less.
    clientAffinityEnabled: false
    clientAffinityProxyEnabled: false
    siteConfig: {
      alwaysOn: false
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    // Deploying goes with an Entra token; user names and passwords for it are switched off.
    basicPublishingCredentialsPolicies: [
      {
        name: 'ftp'
        allow: false
      }
      {
        name: 'scm'
        allow: false
      }
    ]
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${storageAccountName}.blob.${environment().suffixes.storage}/${deploymentContainerName}'
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
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyInstances
          }
        ]
      }
    }
    configs: [
      {
        name: 'appsettings'
        // Settings typed in the portal would be lost at a next machine; this file is the truth.
        retainCurrentAppSettings: false
        properties: {
          // The host, the Durable Task hub and the app's own tables and blobs: one connection, by identity.
          AzureWebJobsStorage__accountName: storageAccountName
          AzureWebJobsStorage__credential: 'managedidentity'
          AzureWebJobsStorage__clientId: identityClientId
          // DefaultAzureCredential in the app takes the same identity.
          AZURE_CLIENT_ID: identityClientId

          APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
          APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
          // Overrides host.json, which stays silent about it: on a laptop there is nothing to send telemetry to.
          AzureFunctionsJobHost__telemetryMode: 'OpenTelemetry'

          Site__PublicAddress: publicAddress
          Mail__ApiHost: mailApiHost
          Mail__From: mailFrom
          Mail__ApiKey: mailApiKeyReference
          CouncilDigestSchedule: councilDigestSchedule
          DocumentSweepSchedule: '30 */5 * * * *'
          Documents__ClamAvHost: clamAvHost
        }
      }
    ]
    enableTelemetry: false
  }
}

output name string = site.outputs.name
output defaultHostname string = site.outputs.defaultHostname
