namespace TwoDoors.Sim.Report.Html;

/// <summary>How the lanes of an execution, its crashes and its trees look.</summary>
internal static class SheetOfRuns
{
    /// <summary>A part of the style sheet.</summary>
    public const string Text = Lanes + Steps + Crashes + Trees;

    private const string Lanes =
        """
        .witness { margin-top: 1.5rem }
        .witness > .says { margin: .35rem 0 0; font-size: 1.05rem }
        .witness > .size { margin: .15rem 0; color: var(--soft); font-size: .88rem }
        ol.run { list-style: none; margin: 1rem 0 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
          background: var(--sheet); --number: 3.25rem;
          --lane: calc((100% - var(--number)) / var(--lanes)) }
        ol.run > li { display: grid; grid-template-columns: var(--number) repeat(var(--lanes), minmax(0, 1fr));
          border-top: 1px solid var(--faint); scroll-margin: 4rem 0 }
        ol.run > li:first-child { border-top: 0; border-radius: 10px 10px 0 0 }
        ol.run > li:focus { outline: 3px solid var(--mark); outline-offset: -3px; border-radius: 6px }
        ol.run > li.heads { position: sticky; top: 0; z-index: 1; background: var(--sheet);
          border-bottom: 1px solid var(--line); font-size: .8rem }
        .heads > span { padding: .4rem .6rem; color: var(--soft); border-left: 1px solid var(--line) }
        .heads > span:first-child { border: 0; text-align: right } .heads b { color: var(--ink) }
        li.boot { background: var(--faint) }
        li.boot > span { grid-column: 1 / -1; padding: .35rem .75rem; font-weight: 600; font-size: .85rem }

        """;

    private const string Steps =
        """
        li.step {
          background-image: repeating-linear-gradient(to right, var(--faint) 0 1px, transparent 1px var(--lane));
          background-position: var(--number) 0; background-repeat: no-repeat }
        .n { color: var(--soft); text-align: right; padding: .3rem .6rem; font: .8rem/1.6 var(--mono);
          font-variant-numeric: tabular-nums }
        .act { grid-column: calc(var(--at) + 2); padding: .3rem .75rem; min-width: 0;
          border-left: 3px solid transparent }
        .act .who { display: none; font-size: .75rem; color: var(--soft) }
        .act .call b { font-weight: 650 } .act .result { color: var(--soft); margin-left: .75em }
        .act .result::before { content: "\2192\00a0" } .step.failed .result { color: var(--bad) }
        .step.quiet .call, .step.quiet .call b { color: var(--soft); font-weight: 400 }
        .step.changes .act { border-color: var(--mind) } .step.syncs .act { border-color: var(--good) }
        .step.failed .act { border-color: var(--bad) }
        .at { float: right; margin-left: 1rem; font: .75rem/1.8 var(--mono); color: var(--soft) }
        ul.effects { list-style: none; margin: .1rem 0 0; padding: 0; font-size: .82rem }
        ul.effects li { padding-left: 1.1em; text-indent: -1.1em; color: var(--mind) }
        ul.effects li::before { content: "\25CB"; display: inline-block; width: 1.1em; text-indent: 0 }
        ul.effects li.lost { color: var(--bad); font-weight: 600 } ul.effects li.lost::before { content: "\2715" }
        ul.effects li.luck { color: var(--mind) } ul.effects li.luck::before { content: "\25D0" }
        ul.effects li.durable { color: var(--good) } ul.effects li.durable::before { content: "\25CF" }
        ul.effects .fate { font-weight: 400 }
        .outside { margin: .15rem 0 0; font-size: .82rem; color: var(--link) }
        .window > .act { background: var(--bad-paper) }
        .why { display: block; margin: .3rem 0 .1rem; font-size: .82rem; color: var(--bad); font-weight: 600 }
        li.pick > span { grid-column: 2 / -1; padding: .2rem .75rem; font-size: .85rem; color: var(--mind);
          background: var(--mind-paper) }
        li.broken { background: var(--bad-paper); color: var(--bad) }
        li.broken > p { grid-column: 1 / -1; margin: 0; padding: .6rem .9rem; font-weight: 600 }
        @media (max-width: 46rem) {
          ol.run { --number: 2.4rem } ol.run > li { grid-template-columns: var(--number) minmax(0, 1fr) }
          li.heads { display: none !important } li.step { background-image: none } .n { padding: .3rem .35rem }
          .act, li.pick > span { grid-column: 2; padding-left: .5rem } .several .act .who { display: block }
        }

        """;

    private const string Crashes =
        """
        li.crash { background: var(--bad-paper); border-top: 2px solid var(--bad) !important;
          border-bottom: 2px solid var(--bad) }
        li.crash.process { background: var(--mind-paper); border-color: var(--mind) !important }
        li.crash > div { grid-column: 1 / -1; padding: .7rem .9rem }
        li.crash strong { color: var(--bad); letter-spacing: .02em } li.crash.process strong { color: var(--mind) }
        .fates { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
          gap: .75rem 1.5rem; margin-top: .6rem }
        .fates ul { list-style: none; margin: .2rem 0 0; padding: 0; font-size: .85rem }
        .fates li::before { display: inline-block; width: 1.3em } .fates .lost li::before { content: "\2715" }
        .fates .lost li { color: var(--bad) } .fates .kept li::before { content: "\25D0" }

        """;

    private const string Trees =
        """
        .disk { margin-top: .8rem } .disk > p { margin: .1rem 0; font-size: .82rem; color: var(--soft) }
        ul.tree { list-style: none; margin: .35rem 0 0; padding: .5rem .6rem; background: var(--sheet);
          border: 1px solid var(--line); border-radius: 8px; font: .82rem/1.55 var(--mono); color: var(--ink) }
        ul.tree li { display: grid; grid-template-columns: 1.4em minmax(0, 1fr); border-radius: 4px }
        ul.tree li > span:last-child { padding-left: calc(var(--deep) * 1.4em) }
        ul.tree .what { color: var(--soft); margin-left: .75em } ul.tree del { color: inherit }
        ul.tree .same { color: var(--soft) }
        ul.tree .gone { background: var(--bad-paper); color: var(--bad) } ul.tree .gone .what { color: inherit }
        ul.tree .gone .name { text-decoration: line-through }
        ul.tree .new { background: var(--good-paper); color: var(--good) } ul.tree .new .what { color: inherit }
        ul.tree .other { background: var(--mind-paper); color: var(--mind) } ul.tree .other .what { color: inherit }

        """;
}
