namespace Initiatiefloket.Web;

public enum StepState
{
    Done,
    Current,
    Next,
}
