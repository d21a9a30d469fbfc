// Personal links hold the right to decide, in their path. The Functions host reports the address of each request to Application Insights, and nothing
// in the app comes between; so the workspace cuts addresses off before it stores them. It may take an hour before a new rule works.
//
// The host and the app both send by OpenTelemetry. Azure Monitor's exporter writes a request's address in Url, or in Data where it was called, makes Name
// and OperationName of route or path, and puts each attribute and log value that has no column of its own in Properties.

@description('Name of the workspace that telemetry is stored in.')
param workspaceName string

@description('Properties of the workspace as it was deployed: naming its rule deploys it once more, and what is left out then goes back to a default.')
param workspaceProperties object

@description('Object id of the identity the app runs as.')
param appPrincipalId string

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

// First segments of the paths of personal links (LinkPaths.cs; a test compares).
var linkPath = '/(bevestigen|status|nieuw-adres|beoordelen|meekijken|raadsbesluit|raad|raadsvraag|overzicht|overzicht-stoppen|zaak|advies|aanvragen|later-verder|mijn-steun|wijziging|dit-was-ik-niet)/[A-Za-z0-9_-]{22}'

// Scheme, host and first segment: enough to see which page, table or container it was, without the keys of a row.
var keptOfAddress = '^[^/]*//[^/]*/[^/?(]*'

// "GET beoordelen/{token}", from the route, stays as it is; a name with the path itself keeps its first segment.
var keptOfName = '^[A-Z]+ /?[^/(]*'

// Transformations know few functions; replacing within a text, or taking one value out of many, is not among them.
// https://learn.microsoft.com/azure/azure-monitor/data-collection/data-collection-transformations-kql
var message = '"Left out: it named a personal link."'
var name = 'Name = iif(Name matches regex "${linkPath}", extract("${keptOfName}", 0, Name), Name)'
var operationName = 'OperationName = iif(OperationName matches regex "${linkPath}", extract("${keptOfName}", 0, OperationName), OperationName)'
var properties = 'Properties = iif(tostring(Properties) matches regex "${linkPath}", parse_json("{}"), Properties)'
var redactions = {
  AppRequests: [
    'Url = extract("${keptOfAddress}", 0, Url)'
    name
    operationName
    properties
  ]
  AppDependencies: [
    'Data = iif(Data matches regex "^[a-z]+://", extract("${keptOfAddress}", 0, Data), Data)'
    'Name = iif(Name matches regex "^[A-Z]+ /", extract("${keptOfName}", 0, Name), Name)'
    operationName
    properties
  ]
  AppTraces: [
    'Message = iif(Message matches regex "${linkPath}", ${message}, Message)'
    operationName
    properties
  ]
  AppExceptions: [
    'OuterMessage = iif(OuterMessage matches regex "${linkPath}", ${message}, OuterMessage)'
    'InnermostMessage = iif(InnermostMessage matches regex "${linkPath}", ${message}, InnermostMessage)'
    'Details = iif(tostring(Details) matches regex "${linkPath}", parse_json("[]"), Details)'
    operationName
    properties
  ]
}

// Who touched case files: what the app does by itself would bury the rest, and its addresses name rows.
var withoutTheApp = 'source | where RequesterObjectId != "${appPrincipalId}"'

// What the host says when something is wrong, also when it does not start and sends nothing by itself; the rest is in AppTraces already.
var hostLog = [
  'Message = iif(Message matches regex "${linkPath}", ${message}, Message)'
  'ExceptionMessage = iif(ExceptionMessage matches regex "${linkPath}", ${message}, ExceptionMessage)'
  'ExceptionDetails = iif(ExceptionDetails matches regex "${linkPath}", ${message}, ExceptionDetails)'
]

var transformations = union(mapValues(redactions, columns => 'source | extend ${join(columns, ', ')}'), {
  FunctionAppLogs: 'source | where LevelId >= 3 | extend ${join(hostLog, ', ')}'
  StorageBlobLogs: withoutTheApp
  StorageQueueLogs: withoutTheApp
  StorageTableLogs: withoutTheApp
})

resource rule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
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
    dataFlows: [
      for transformation in items(transformations): {
        streams: [
          'Microsoft-Table-${transformation.key}'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: transformation.value
      }
    ]
  }
}

// The rule refers to the workspace and the workspace to the rule: at the first deployment the workspace comes without it, and then again with it.
resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: union(workspaceProperties, {
    defaultDataCollectionRuleResourceId: rule.id
  })
}

output ruleId string = rule.id
