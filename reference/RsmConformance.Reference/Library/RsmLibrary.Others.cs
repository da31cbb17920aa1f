using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <content>What a call has no business with: by the rules nothing of this is touched.</content>
internal sealed partial class RsmLibrary
{
    private void HarmOthers(CallFacts facts, ConnectTarget own)
    {
        int left = 0;
        foreach (ImportEntry other in _handles.All<ImportEntry>())
        {
            left += other.Controller == own.Controller ? 1 : 0;
            Harm(facts, other, rules.Disconnect.DamageTo(facts, own, other.Target));
        }

        lock (_controllersLock)
        {
            if (rules.Disconnect.ClosesController(facts, left) && _controllers.TryGetValue(own.Controller, out ControllerEntry? controller))
            {
                Close(controller);
            }
        }
    }

    private void Harm(CallFacts facts, ImportEntry other, Damage damage)
    {
        lock (other.Sync)
        {
            switch (damage)
            {
                case Damage.Handle:
                    _handles.Remove(other.Handle);
                    break;
                case Damage.Map:
                    DropMap(facts, other, ReleasePath.Disconnect);
                    break;
                case Damage.Link:
                    (other.Broken, other.IsCut) = (AbortCause.Unpublished, true);
                    break;
                case Damage.Barriers:
                    EndBarriers(facts, other, ReleasePath.Disconnect);
                    break;
                case Damage.PollDescriptors:
                    other.PollDescriptors = 0;
                    break;
                default:
                    break;
            }
        }
    }

    private void WriteBack(ImportEntry import)
    {
        lock (import.Sync)
        {
            if (!import.IsCut && import.Pages is { } pages)
            {
                memory.WritePages(pages, 0, new byte[PageStore.PageSize]);
            }
        }
    }

    private void Share(CallFacts facts, SegmentEntry counted)
    {
        if (!rules.Pollfd.IsShared(facts))
        {
            return;
        }

        foreach (ImportEntry other in _handles.All<ImportEntry>().Where(i => i != counted))
        {
            lock (other.Sync)
            {
                other.PollDescriptors = counted.PollDescriptors;
            }
        }
    }
}
