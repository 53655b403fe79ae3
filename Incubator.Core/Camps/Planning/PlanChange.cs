namespace Incubator.Core.Camps;

/// <summary>The move that is being tried: who was taken off or put on, what it costs, and the way back.</summary>
internal sealed class PlanChange(PlanBoard board, PlanCost cost, int size)
{
    private readonly (int Activity, int Start, int Room)[] before = new (int, int, int)[size];
    private readonly int[] moved = new int[size];
    private int count;
    private bool isCounted;

    /// <summary>Activities that have no place now, though there are places for them.</summary>
    public List<int> Unplaced { get; } = [];

    /// <summary>The room that the n-th activity taken off came from.</summary>
    public int RoomBefore(int n) => before[n].Room;

    public void Begin() => (count, isCounted) = (0, false);

    public void TakeOff(int activity)
    {
        before[count++] = (activity, board.State.Starts[activity], board.State.RoomOf[activity]);
        if (board.State.IsPlaced(activity)) Remove(activity);
    }

    public void PutOn(int activity, int start, int room)
    {
        board.Put(activity, start, room);
        Unplaced.Remove(activity);
    }

    /// <summary>Counts the soft rules again.</summary>
    public void Count()
    {
        for (var i = 0; i < count; i++) moved[i] = before[i].Activity;
        cost.Follow(moved.AsSpan(0, count));
        isCounted = true;
    }

    public void TakeBack()
    {
        // First all off, so that none is put where another still is.
        for (var i = 0; i < count; i++)
            if (board.State.IsPlaced(before[i].Activity)) Remove(before[i].Activity);
        for (var i = 0; i < count; i++)
            if (before[i].Start != PlanState.Nowhere) PutOn(before[i].Activity, before[i].Start, before[i].Room);
        if (isCounted) cost.Undo();
        Begin();
    }

    private void Remove(int activity)
    {
        board.Take(activity);
        Unplaced.Add(activity);
    }
}
