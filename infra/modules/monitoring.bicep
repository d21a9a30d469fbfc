// Logs, traces, and the bells that ring for people.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Mailbox for alerts and for the budget. Empty: neither.')
param alertEmail string

@description('Monthly amount that rings a bell, in the currency of the subscription. 0: none.')
param monthlyBudget int

module workspace 'br/public:avm/res/operational-insights/workspace:0.16.1' = {
  name: 'workspace'
  params: {
    name: 'log-floket-${resourceToken}'
    location: location
    tags: tags
    // Logs carry ids, no names; even so they are not kept longer than it takes to find a fault.
    dataRetention: 30
    // A loop that logs must not become a bill.
    dailyQuotaGb: '1'
    // With this on, alert rules need a storage account of their own for their queries.
    forceCmkForQuery: false
    enableTelemetry: false
  }
}

module redaction 'redaction.bicep' = {
  name: 'redaction'
  params: {
    workspaceName: workspace.outputs.name
    resourceToken: resourceToken
    location: location
    tags: tags
    // The same as above.
    workspaceProperties: {
      sku: {
        name: 'PerGB2018'
      }
      retentionInDays: 30
      workspaceCapping: {
        dailyQuotaGb: 1
      }
      forceCmkForQuery: false
    }
  }
}

module applicationInsights 'br/public:avm/res/insights/component:0.8.0' = {
  name: 'application-insights'
  params: {
    name: 'appi-floket-${resourceToken}'
    location: location
    tags: tags
    workspaceResourceId: workspace.outputs.resourceId
    retentionInDays: 30
    // Only identities with a role may send; the instrumentation key opens nothing.
    disableLocalAuth: true
    // Addresses of visitors are personal data: they are stored as 0.0.0.0.
    disableIpMasking: false
    enableTelemetry: false
  }
}

module actionGroup 'br/public:avm/res/insights/action-group:0.8.0' = if (!empty(alertEmail)) {
  name: 'action-group'
  params: {
    name: 'ag-floket-${resourceToken}'
    groupShortName: 'floket'
    tags: tags
    emailReceivers: [
      {
        name: 'beheer'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
    enableTelemetry: false
  }
}

module failures 'br/public:avm/res/insights/scheduled-query-rule:0.6.0' = if (!empty(alertEmail)) {
  name: 'alert-failures'
  params: {
    name: 'alert-failures-${resourceToken}'
    alertDisplayName: 'Initiatiefloket: functions fail'
    alertDescription: 'More than five pages, activities or workflows failed within a quarter of an hour. See the failures in Application Insights.'
    location: location
    tags: tags
    severity: 1
    scopes: [
      workspace.outputs.resourceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    // At the first deployment nothing has been logged yet, and the check would not know the table.
    skipQueryValidation: true
    criterias: {
      allOf: [
        {
          query: 'AppRequests | where Success == false'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 5
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroupResourceIds: [
        actionGroup!.outputs.resourceId
      ]
    }
    enableTelemetry: false
  }
}

module budget 'br/public:avm/res/consumption/budget/rg-scope:0.1.0' = if (!empty(alertEmail) && monthlyBudget > 0) {
  name: 'budget'
  params: {
    name: 'budget-floket-${resourceToken}'
    amount: monthlyBudget
    thresholds: [
      80
      100
    ]
    contactEmails: [
      alertEmail
    ]
    enableTelemetry: false
  }
}

output applicationInsightsName string = applicationInsights.outputs.name
// No credential: with local authentication off it says where to send, and the identity's role says who may.
output applicationInsightsConnectionString string = applicationInsights.outputs.connectionString
