namespace TwoDoors.Sim.Explore.Boots;

/// <summary>After all executions of a step: who sleeps from now on, and with whom a state has to be begun
/// besides.</summary>
internal sealed class Growth(AccessTable table, bool sleepSets)
{
    /// <summary>All executions of the step that was tried last are explored.</summary>
    public void EndEdge(Frame frame)
    {
        if (frame.Slot < 0)
            return;
        int slot = frame.Slot;
        frame.Slot = -1;
        Futures total = frame.Total;
        if (frame.IsPersistent)
        {
            Who self = new(slot, slot, frame.Joined);
            total.IsCut |= frame.After.IsCut;
            for (int i = 0; i < frame.After.Count; i++)
            {
                Who who = frame.After.WhoAt(i).Before(frame.Runnable, slot);
                total.Add(who, frame.After.TouchedAt(i));
                Want(frame, self, frame.Touched, who, frame.After.TouchedAt(i));
            }

            total.Add(self, frame.Touched);
        }

        if (sleepSets)
            frame.Sleepers.Add(new Sleeper(slot, frame.Touched.Copy()));
        frame.Touched.Clear();
        frame.After.Clear();
        if (total.IsCut)
            frame.Wanted |= frame.IsAgain ? 0 : frame.Runnable;
        else if (frame.IsPersistent)
            WantForSleepers(frame);
    }

    /// <summary>A step that sleeps is not tried here, but what it meets has to be.</summary>
    private void WantForSleepers(Frame frame)
    {
        ulong before;
        do
        {
            before = frame.Wanted;
            foreach (Sleeper sleeper in frame.Sleepers)
            {
                if (!Who.Has(frame.Wanted & frame.Asleep, sleeper.Slot))
                    continue;
                Who self = new(sleeper.Slot, sleeper.Slot, 0);
                for (int i = 0; i < frame.Total.Count; i++)
                    Want(frame, self, sleeper.Touched, frame.Total.WhoAt(i), frame.Total.TouchedAt(i));
            }
        }
        while (frame.Wanted != before);
    }

    /// <summary>Where a later step of somebody else does not commute with a step that is tried here, that one has to be
    /// tried first too.</summary>
    private void Want(Frame frame, in Who self, AccessSet touched, in Who other, AccessSet later)
    {
        bool ordered = other.Root == self.Slot || Who.Has(other.Joined, self.Slot);
        if (!ordered && !frame.IsAgain && !Who.Has(frame.Wanted, other.Root) && table.Conflict(touched, later))
            frame.Wanted |= 1UL << other.Root;
    }
}
