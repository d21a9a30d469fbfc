// Logs and traces.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Object id of the identity the app runs as.')
param appPrincipalId string

@description('Resource id of the rule of redaction.bicep, once it is there; empty at the first deployment.')
param redactionRuleId string

var workspaceName = 'log-floket-${resourceToken}'
var workspaceProperties = {
  sku: {
    name: 'PerGB2018'
  }
  // Logs carry ids, no names; even so they are not kept longer than it takes to find a fault.
  retentionInDays: 30
  // A loop that logs must not become a bill.
  workspaceCapping: {
    dailyQuotaGb: 1
  }
  features: {
    // Reading goes by role, sending by identity; the workspace's own keys open nothing.
    disableLocalAuth: true
    enableLogAccessUsingOnlyResourcePermissions: true
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  // Named again at each later deployment, so that nothing is stored without the rule in between.
  properties: union(
    workspaceProperties,
    empty(redactionRuleId) ? {} : { defaultDataCollectionRuleResourceId: redactionRuleId }
  )
}

module redaction 'redaction.bicep' = {
  name: 'redaction'
  params: {
    workspaceName: workspace.name
    workspaceProperties: workspaceProperties
    appPrincipalId: appPrincipalId
    resourceToken: resourceToken
    location: location
    tags: tags
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-floket-${resourceToken}'
  location: location
  tags: tags
  kind: 'web'
  // First the rule, then what is sent.
  dependsOn: [
    redaction
  ]
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    RetentionInDays: 30
    // Only identities with a role may send; the instrumentation key opens nothing.
    DisableLocalAuth: true
    // Addresses of visitors are personal data: they are stored as 0.0.0.0.
    DisableIpMasking: false
  }
}

output workspaceId string = workspace.id
output redactionRuleId string = redaction.outputs.ruleId
output applicationInsightsName string = applicationInsights.name
// No credential: with local authentication off it says where to send, and the identity's role says who may.
output applicationInsightsConnectionString string = applicationInsights.properties.ConnectionString
