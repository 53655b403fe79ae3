namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The room's texts; Hungarian beside it.</summary>
public sealed class OnboardingText;
