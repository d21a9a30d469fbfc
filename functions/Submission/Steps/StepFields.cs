using Initiatiefloket.Policies;
using Microsoft.AspNetCore.Components;

namespace Initiatiefloket.Submission.Steps;

/// <summary>What the fields of every page of the form are made from.</summary>
public abstract class StepFields : ComponentBase
{
    [Parameter, EditorRequired]
    public StepView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = default!;

    protected ApplicationForm Form => View.Form;
}
