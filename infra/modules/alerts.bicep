// The bells that ring for people. Deployed only when there is a mailbox for them.

@description('Makes names of resources unique.')
param resourceToken string

@description('Region.')
param location string

@description('Tags for each resource.')
param tags object

@description('Mailbox for alerts and for the budget.')
param alertEmail string

@description('Monthly amount that rings a bell, in the currency of the subscription. 0: none.')
param monthlyBudget int

@description('First day of the month in which the budget begins. Empty: no budget.')
param monthlyBudgetFrom string

@description('Workspace with the telemetry.')
param workspaceId string

@description('Storage account to watch.')
param storageAccountId string

// Counted within a window; texts between quotes are the app's own (a test compares).
var alerts = [
  {
    name: 'failures'
    displayName: 'Initiatiefloket: functions fail'
    description: 'More than five pages, activities or workflows failed within a quarter of an hour. See the failures in Application Insights.'
    // Pages that were asked for wrongly (400 and up) are no failure of the app.
    query: 'AppRequests | where Success == false and not(ResultCode startswith "4")'
    operator: 'GreaterThan'
    threshold: 5
    severity: 1
    window: 'PT15M'
    every: 'PT5M'
  }
  {
    name: 'stopped-cases'
    displayName: 'Initiatiefloket: a case has stopped'
    description: 'A workflow ended in an error and does not go on by itself. The coordinator has had a mail; the instance is in the log.'
    query: 'AppTraces | where Message startswith "A workflow ended in an error."'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
    window: 'PT2H'
    every: 'PT15M'
  }
  {
    name: 'refused-mail'
    displayName: 'Initiatiefloket: mail is refused'
    description: 'SendGrid refused more than three mails within an hour. See its activity feed, and the log for the cases.'
    query: 'AppTraces | where Message startswith "Mail refused."'
    operator: 'GreaterThan'
    threshold: 3
    severity: 2
    window: 'PT1H'
    every: 'PT15M'
  }
  {
    name: 'silence'
    displayName: 'Initiatiefloket: nothing is heard'
    description: 'The app works every minute, but has sent no telemetry for an hour: it does not start, or the day\'s quota of the log is used up.'
    query: 'union AppRequests, AppTraces, AppDependencies'
    operator: 'LessThan'
    threshold: 1
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
  }
]

// The app counts what may be abuse, by kind (a test compares). A mail scanner or an office with old mails makes some; guessing makes many.
var abuse = {
  query: 'AppMetrics | where Name == "initiatiefloket.abuse" | extend Kind = tostring(Properties.kind)'
  threshold: 60
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-floket-${resourceToken}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'floket'
    emailReceivers: [
      {
        name: 'beheer'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-${alert.name}-${resourceToken}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      enabled: true
      displayName: alert.displayName
      description: alert.description
      severity: alert.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: alert.every
      windowSize: alert.window
      autoMitigate: true
      // At the first deployment nothing has been logged yet, and the check would not know the table.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          actionGroup.id
        ]
      }
    }
  }
]

resource abuseRule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-abuse-${resourceToken}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    enabled: true
    displayName: 'Initiatiefloket: somebody tries the doors'
    description: 'Within a quarter of an hour more than ${abuse.threshold} links were dead or unknown, codes refused, or senders stopped: the kind stands in the alert. The log says which sender, as a hash.'
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: abuse.query
          timeAggregation: 'Total'
          metricMeasureColumn: 'Sum'
          dimensions: [
            {
              name: 'Kind'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: abuse.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroup.id
      ]
    }
  }
}

resource storageAvailability 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-storage-${resourceToken}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    description: 'More than one in a hundred requests to the storage account failed within a quarter of an hour, by no fault of the app. See Azure status.'
    severity: 1
    scopes: [
      storageAccountId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroup.id
      }
    ]
  }
}

// Azure refuses to change the first day of a budget, and refuses a new one that began in an earlier month: so it is a choice that is made once.
resource budget 'Microsoft.Consumption/budgets@2024-08-01' = if (monthlyBudget > 0 && !empty(monthlyBudgetFrom)) {
  name: 'budget-floket-${resourceToken}'
  properties: {
    amount: monthlyBudget
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: monthlyBudgetFrom
    }
    notifications: {
      nearlySpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        contactEmails: [
          alertEmail
        ]
      }
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        contactEmails: [
          alertEmail
        ]
      }
    }
  }
}
