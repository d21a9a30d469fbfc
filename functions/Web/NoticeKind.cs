namespace Initiatiefloket.Web;

public enum NoticeKind
{
    Info,
    Ok,
    Warning,
    Error,
}
