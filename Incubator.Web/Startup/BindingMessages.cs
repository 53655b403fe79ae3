using System.ComponentModel.DataAnnotations;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Incubator.Web.Startup;

/// <summary>What a form says of values it cannot read, in the reader's language.</summary>
internal sealed class BindingMessages(IStringLocalizer<SharedText> text) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => text["“{0}” cannot be understood here.", Short(value)]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["“{0}” cannot be understood here.", Short(value)]);
        messages.SetValueIsInvalidAccessor(value => text["“{0}” cannot be understood here.", Short(value)]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["This value cannot be understood here."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["This value cannot be understood here."]);
        messages.SetValueMustBeANumberAccessor(_ => text["Write a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Write a number."]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Fill in this field."]);
        messages.SetMissingBindRequiredValueAccessor(_ => text["Fill in this field."]);
        messages.SetMissingKeyOrValueAccessor(() => text["Fill in this field."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["The request was empty."]);
        options.ModelMetadataDetailsProviders.Add(new PlainMessages());
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";

    /// <summary>Gives the framework's attributes our sentences, which the localizer knows.</summary>
    private sealed class PlainMessages : IValidationMetadataProvider
    {
        // Unlike the others, this attribute carries its English sentence from the start.
        private static readonly string? UsualForEmail = new EmailAddressAttribute().ErrorMessage;

        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if ((attribute.ErrorMessage is not null && attribute.ErrorMessage != UsualForEmail) || attribute.ErrorMessageResourceName is not null)
                    continue;
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "Fill in this field.",
                    StringLengthAttribute { MinimumLength: > 0 } => "Write between {2} and {1} characters.",
                    StringLengthAttribute or MaxLengthAttribute => "Write at most {1} characters.",
                    MinLengthAttribute => "Write at least {1} characters.",
                    RangeAttribute => "Write a number between {1} and {2}.",
                    EmailAddressAttribute => "Write an e-mail address, such as name@example.com.",
                    CompareAttribute => "The two are not the same.",
                    RegularExpressionAttribute => "This value cannot be understood here.",
                    _ => null,
                };
            }
        }
    }
}
