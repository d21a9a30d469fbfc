// Durable Task Scheduler: keeps the workflows in a service of its own instead of in the storage account. See docs/deploy.md for what the app needs for it.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Name of the task hub, as in host.json.')
param hubName string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'dts-floket-${resourceToken}'
  location: location
  tags: tags
  properties: {
    sku: {
      // Paid by use. A town's cases are far below what it carries.
      name: 'Consumption'
    }
    // An empty list lets nobody in, and the app calls from shared addresses: identities guard the scheduler.
    ipAllowlist: [
      '0.0.0.0/0'
    ]
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: hubName
}

output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
output hubName string = hub.name
