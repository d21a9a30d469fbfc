// Personal links hold the right to decide, in their path. The Functions host reports the address of each request to Application Insights, and nothing
// in the app comes between; so the workspace cuts addresses off before it stores them. It may take an hour before a new rule works.

@description('Name of the workspace that telemetry is stored in.')
param workspaceName string

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Properties of the workspace as it was deployed: naming its rule deploys it once more, and what is left out then goes back to a default.')
param workspaceProperties object

// First segments of the paths of personal links (LinkPaths.cs; a test compares).
var linkPath = '/(bevestigen|status|nieuw-adres|beoordelen|meekijken|raadsbesluit|overzicht|zaak|advies|aanvragen|later-verder|mijn-steun)/[A-Za-z0-9_-]{22}'

// Scheme, host and first segment: enough to see which page it was.
var keptOfAddress = '^[^/]*//[^/]*/[^/?]*'

// "GET beoordelen/{token}", from the route, stays as it is; a name with the path itself keeps its first segment.
var keptOfName = '^[A-Z]+ /?[^/]*'

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-floket-${resourceToken}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: resourceId('Microsoft.OperationalInsights/workspaces', workspaceName)
        }
      ]
    }
    // Transformations know few functions; replacing within a text is not one of them.
    // https://learn.microsoft.com/azure/azure-monitor/data-collection/data-collection-transformations-kql
    dataFlows: [
      {
        streams: [
          'Microsoft-Table-AppRequests'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | extend Url = extract("${keptOfAddress}", 0, Url), Name = iif(Name matches regex "${linkPath}", extract("${keptOfName}", 0, Name), Name), OperationName = iif(OperationName matches regex "${linkPath}", extract("${keptOfName}", 0, OperationName), OperationName)'
      }
      {
        streams: [
          'Microsoft-Table-AppTraces'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | extend Message = iif(Message matches regex "${linkPath}", "Left out: it named a personal link.", Message), OperationName = iif(OperationName matches regex "${linkPath}", extract("${keptOfName}", 0, OperationName), OperationName)'
      }
    ]
  }
}

// The rule refers to the workspace and the workspace to the rule: the workspace comes first without it, and then again with it.
resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: union(workspaceProperties, {
    defaultDataCollectionRuleResourceId: rule.id
  })
}
