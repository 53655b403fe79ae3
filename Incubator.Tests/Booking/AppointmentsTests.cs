using Incubator.Core.Booking;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class AppointmentsTests : IDisposable
{
    private readonly Lab lab = new();

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Appointment_MovedAndCancelled_KeepsItsUidAndRaisesItsSequence()
    {
        long dryer = lab.Resource(units: 2), mill = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer, dryer, mill);
        var first = await SeeAsync(reference);
        Assert.Equal((0, Lab.Slot(9, 12).Start, false), (first.Sequence, first.Start, first.IsCancelled));
        Assert.Contains(" × 2, ", first.Title, StringComparison.Ordinal);
        Assert.EndsWith("(BK-2026-00001)", first.Title, StringComparison.Ordinal);
        Assert.Equal($"/booking/reservations/{reference}", first.Link);

        Assert.True((await lab.MoveAsync(reference, Lab.Slot(10, 13))).Succeeded);
        var moved = await SeeAsync(reference);
        Assert.True((await lab.CancelAsync(reference)).Succeeded);
        var gone = await SeeAsync(reference);
        Assert.Equal((first.Uid, 1, Lab.Slot(10, 13).Start, false), (moved.Uid, moved.Sequence, moved.Start, moved.IsCancelled));
        Assert.Equal((first.Uid, 2, true), (gone.Uid, gone.Sequence, gone.IsCancelled));
    }

    [Fact]
    public async Task Appointment_Displaced_IsStruckOutWithAHigherSequence()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        await lab.MaintainAsync(dryer, Lab.Slot(8, 18), choices: (await lab.IdAsync(reference), AffectedChoice.Displace));
        var gone = await SeeAsync(reference);
        Assert.Equal((1, true), (gone.Sequence, gone.IsCancelled));
    }

    [Fact]
    public async Task Appointment_FinishedEarly_EndsThereWithAHigherSequence()
    {
        var dryer = lab.Resource();
        var reference = await lab.BookAsync(Lab.Slot(9, 12), dryer);
        lab.GoTo(Lab.At(10, 9));
        await lab.CheckInAsync(reference);
        lab.GoTo(Lab.At(10, 10));
        await lab.CheckOutAsync(reference);
        var done = await SeeAsync(reference);
        Assert.Equal((1, Lab.At(10, 10), false), (done.Sequence, done.End, done.IsCancelled));
    }

    private async Task<Appointment> SeeAsync(Guid reference)
    {
        await using var db = lab.Open();
        var reservation = await lab.SeeAsync(reference);
        return Appointments.Of(reservation, await db.Resources.ToDictionaryAsync(r => r.Id), await db.Sites.ToDictionaryAsync(s => s.Id, s => s.Name), "en");
    }
}
