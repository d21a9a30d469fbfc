namespace Initiatiefloket.Budget;

/// <summary>Names the English texts of this folder: the mail to the applicant.</summary>
public sealed class BudgetTexts;
