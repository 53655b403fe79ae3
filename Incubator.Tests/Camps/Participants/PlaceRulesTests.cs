using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Participants;

public sealed class PlaceRulesTests
{
    [Theory]
    [InlineData(12, 11, 0, ParticipantState.Admitted)]
    [InlineData(12, 12, 0, ParticipantState.Waiting)]
    [InlineData(12, 11, 1, ParticipantState.Waiting)] // Nobody passes those who wait.
    [InlineData(12, 14, 0, ParticipantState.Waiting)]
    [InlineData(0, 0, 0, ParticipantState.Waiting)]
    public void OnArrival_ByPlacesTakenAndWaiting_AdmitsOrWaits(int places, int taken, int waiting, ParticipantState state) =>
        Assert.Equal(state, PlaceRules.OnArrival(places, taken, waiting));

    [Theory]
    [InlineData(12, 12, 3, 0)]
    [InlineData(12, 10, 3, 2)]
    [InlineData(12, 10, 1, 1)]
    [InlineData(12, 13, 3, 0)] // Staff admitted one past the places: none is free.
    [InlineData(12, 0, 0, 0)]
    public void OffersNow_ByWhatIsFree_NeverMoreThanWait(int places, int taken, int waiting, int offers) =>
        Assert.Equal(offers, PlaceRules.OffersNow(places, taken, waiting));

    [Fact]
    public void TakesPlace_EachState_IsThoseWithAPlaceOrAnOffer() => Assert.Equal(
        [ParticipantState.Admitted, ParticipantState.Offered], Enum.GetValues<ParticipantState>().Where(PlaceRules.TakesPlace));

    [Theory]
    [InlineData(ParticipantState.Offered, -1, true)]
    [InlineData(ParticipantState.Offered, 0, true)] // The instant itself is too late.
    [InlineData(ParticipantState.Offered, 1, false)]
    [InlineData(ParticipantState.Admitted, -1, false)]
    public void HasLapsed_ByTheOffersEnd_IsToTheInstant(ParticipantState state, int endsInSeconds, bool lapsed)
    {
        var now = Lab.At(9, 8);
        Assert.Equal(lapsed, PlaceRules.HasLapsed(state, now.AddSeconds(endsInSeconds), now));
    }

    [Fact]
    public void OfferEnds_ShortlyBeforeTheStart_EndsWithIt()
    {
        var camp = Camp.Create(RegistrationLab.Details);
        Assert.Equal(Lab.At(11, 8), PlaceRules.OfferEnds(camp, Lab.At(9, 8)));
        Assert.Equal(Lab.At(37, 8), PlaceRules.OfferEnds(camp, Lab.At(36, 9)));
        Assert.Equal(Lab.At(37, 8), PlaceRules.StartOf(camp));
    }

    [Fact]
    public void MayOffer_ByStatusAndStart_OnlyBeforeTheCamp()
    {
        var camp = Camp.Create(RegistrationLab.Details);
        Assert.False(PlaceRules.MayOffer(camp, Lab.At(9, 8)));
        camp.Become(CampStatus.Open);
        Assert.True(PlaceRules.MayOffer(camp, Lab.At(37, 7, 59)));
        Assert.False(PlaceRules.MayOffer(camp, Lab.At(37, 8)));
        camp.Become(CampStatus.Preparing);
        Assert.True(PlaceRules.MayOffer(camp, Lab.At(9, 8)));
        Assert.False(camp.TakesRegistrations(Lab.At(9, 8)));
        camp.Become(CampStatus.Cancelled);
        Assert.False(PlaceRules.MayOffer(camp, Lab.At(9, 8)) || PlaceRules.MayChange(camp, Lab.At(9, 8)));
    }

    [Theory]
    [InlineData("2008-12-07", "2026-12-07", 18)]
    [InlineData("2008-12-08", "2026-12-07", 17)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    public void AgeOn_TheDay_CountsWholeYears(string born, string day, int years) => Assert.Equal(years, PlaceRules.AgeOn(DateOnly.Parse(born, CultureInfo.InvariantCulture), DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Problems_OfARegistration_EachNamesItsField()
    {
        var camp = Camp.Create(RegistrationLab.Details);
        var wish = RegistrationLab.Wish(Guid.NewGuid(), "a@example.com");
        Assert.Empty(Codes(wish));
        Assert.Equal(["ParticipantKindNotTaken:Kind"], Codes(wish with { Kind = ParticipantKind.Company }));
        Assert.Equal(["MailMisshapen:Email"], Codes(wish with { Email = "a at b" }));
        Assert.Equal(["Missing:BornOn"], Codes(wish with { BornOn = null }));
        Assert.Equal(["ParticipantTooYoung:BornOn"], Codes(wish with { BornOn = new DateOnly(2010, 12, 8) }));
        var minor = wish with { BornOn = new DateOnly(2010, 12, 7) };
        Assert.Equal(["GuardianMissing:GuardianName"], Codes(minor));
        Assert.Equal(["GuardianConsentMissing:GuardianConsent"], Codes(minor with { GuardianName = "Kis Éva" }));
        Assert.Empty(Codes(minor with { GuardianName = "Kis Éva", GuardianConsent = true }));
        Assert.Equal(["CampNoticeNotAccepted:AcceptsNotice"], Codes(wish with { AcceptsNotice = false }));
        IEnumerable<string> Codes(RegisterParticipant request) => RegistrationRules.Problems(request, camp).Select(r => $"{r.Code}:{r.Field}");
    }

    [Fact]
    public void Problems_OfDetails_EachNamesItsField()
    {
        var choice = CampQuestion.Create(1, 1, new QuestionOfCamp
        {
            Kind = CampQuestionKind.Choice,
            TextHu = "Méret?",
            TextEn = "Size?",
            ChoicesHu = "kicsi\nnagy",
            ChoicesEn = "small\nlarge",
            IsRequired = true,
        });
        var details = new ParticipantDetails { Name = "Kis Anna", Languages = ["hu"], Answers = new Dictionary<Guid, string> { [choice.Reference] = "2" } };
        Assert.Empty(Codes(details));
        Assert.Equal(("large", "nagy"), (choice.Said("2", "en"), choice.Said("2", "hu")));
        Assert.Equal(["Missing:Name"], Codes(details with { Name = " " }));
        Assert.Equal(["ParticipantLanguageMissing:Languages"], Codes(details with { Languages = [] }));
        Assert.Equal(["NotKnown:Languages"], Codes(details with { Languages = ["xx"] }));
        Assert.Equal(["NotKnown:Skills"], Codes(details with { Skills = [3] }));
        Assert.Equal(["NeedsConsentMissing:NeedsConsent"], Codes(details with { Needs = "No nuts" }));
        Assert.Equal([$"NotKnown:Answers[{choice.Reference}]"], Codes(details with { Answers = new Dictionary<Guid, string> { [choice.Reference] = "3" } }));
        Assert.Equal([$"Missing:Answers[{choice.Reference}]"], Codes(details with { Answers = new Dictionary<Guid, string>() }));
        choice.Retire(Lab.At(9, 8));
        Assert.Empty(Codes(details with { Answers = new Dictionary<Guid, string>() }));
        IEnumerable<string> Codes(ParticipantDetails said) => RegistrationRules.Problems(said, [choice], [1, 2]).Select(r => $"{r.Code}:{r.Field}");
    }
}
