namespace TwoDoors.Sim.Report.Html;

/// <summary>How pages look: light and dark, wide and narrow, on screen and on paper.</summary>
internal static class Sheet
{
    /// <summary>The style sheet.</summary>
    public const string Text = Colours + Page + Verdicts + SheetOfRuns.Text + Plots;

    private const string Colours =
        """
        :root {
          color-scheme: light dark;
          --paper: #f7f6f3; --sheet: #ffffff; --ink: #1c1e22; --soft: #5d626c; --line: #dedbd3; --faint: #eeece6;
          --link: #2456c5; --bad: #a9211a; --bad-paper: #fdebe9; --good: #17653a; --good-paper: #e4f3e9;
          --mind: #7a5000; --mind-paper: #fdf1d3; --mark: #2456c5;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #121418; --sheet: #1a1d23; --ink: #e8e6e1; --soft: #a2a7b1; --line: #353a44; --faint: #22262d;
            --link: #93b4ff; --bad: #ff9c92; --bad-paper: #3b1d1b; --good: #86dba4; --good-paper: #17301f;
            --mind: #f3c873; --mind-paper: #352a12; --mark: #93b4ff;
          }
        }

        """;

    private const string Page =
        """
        * { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 3.5rem }
        body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
          font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere }
        a { color: var(--link); text-underline-offset: .15em }
        h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance }
        h1 { font-size: clamp(1.35rem, 4vw, 2rem); letter-spacing: -.015em }
        h2 { font-size: 1.25rem } h3 { font-size: 1.1rem }
        h4 { font-size: .8rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft) }
        code, kbd, pre, .mono { font-family: var(--mono); font-size: .88em; unicode-bidi: isolate }
        kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: .05em .4em;
          background: var(--sheet) }
        header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 clamp(.75rem, 3vw, 2rem) }
        header { padding-top: clamp(1.25rem, 4vw, 2.5rem); display: grid; gap: .4rem 1rem;
          grid-template-columns: 1fr auto; align-items: start }
        header p { margin: 0; color: var(--soft) }
        header .brand { grid-column: 1; font: 600 .8rem/1.6 var(--mono); letter-spacing: .04em; color: var(--soft) }
        header h1, header .claim { grid-column: 1 / -1 }
        button { font: inherit; font-size: .8rem; color: var(--ink); background: var(--sheet); cursor: pointer;
          border: 1px solid var(--line); border-radius: 6px; padding: .15rem .6rem }
        button:hover { border-color: var(--mark) }
        :focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
        main { padding-bottom: 4rem }
        section, figure { margin: 0 }
        main > section, main > details, main > figure { margin-top: 1.75rem }
        dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem 1.25rem;
          margin: 1rem 0 }
        dl.facts dt { color: var(--soft); font-size: .8rem } dl.facts dd { margin: 0; font-weight: 550 }
        .command { display: flex; align-items: start; gap: .5rem; background: var(--faint); border-radius: 8px;
          padding: .55rem .75rem; margin: .75rem 0; border: 1px solid var(--line) }
        .command code { flex: 1; white-space: pre-wrap } .command code::before { content: "$ "; color: var(--soft);
          user-select: none }
        dialog { border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); color: var(--ink);
          padding: 1.25rem 1.5rem; max-width: min(24rem, calc(100vw - 2rem)) }
        dialog::backdrop { background: rgb(0 0 0 / .45) }
        dialog dl { display: grid; grid-template-columns: auto 1fr; gap: .5rem 1rem; margin: 1rem 0 }
        dialog dd { margin: 0 } dialog p { margin: 0; color: var(--soft); font-size: .85rem }

        """;

    private const string Verdicts =
        """
        .badge { display: inline-block; margin: .05rem 0; border-radius: 999px; padding: .1rem .65rem;
          font-size: .82rem; font-weight: 600; background: var(--faint); color: var(--ink) }
        .badge.holds { background: var(--good-paper); color: var(--good) }
        .badge.violates { background: var(--bad-paper); color: var(--bad) }
        .badge.open { background: var(--mind-paper); color: var(--mind) }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem }
        .tile { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: .7rem .9rem }
        .tile b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums }
        .tile span { color: var(--soft); font-size: .85rem }
        .tile.bad b { color: var(--bad) } .tile.good b { color: var(--good) } .tile.mind b { color: var(--mind) }
        table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line);
          border-radius: 10px; font-size: .9rem }
        th, td { text-align: left; padding: .45rem .75rem; border-top: 1px solid var(--line); vertical-align: top }
        thead th { border: 0; white-space: nowrap; color: var(--soft); font-weight: 550; font-size: .8rem }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
        tr.unexpected { background: var(--bad-paper) }
        details.scenario { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px }
        details.scenario > summary { cursor: pointer; padding: .8rem 1rem; display: flex; flex-wrap: wrap;
          gap: .3rem .75rem; align-items: baseline; border-radius: 12px }
        details.scenario > summary::before { content: "\25B8"; color: var(--soft) }
        details.scenario[open] > summary::before { content: "\25BE" }
        summary::-webkit-details-marker { display: none }
        summary h2 { font-size: 1.05rem; display: inline } summary .size { color: var(--soft); font-size: .85rem }
        .inside { padding: 0 clamp(.75rem, 2vw, 1.25rem) 1.25rem } .inside > p { margin: .25rem 0; max-width: 65ch }
        .unmet { color: var(--bad); font-weight: 600 }
        @media (max-width: 46rem) {
          thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px; overflow: hidden }
          table, tbody, tr, td { display: block }
          tr { border-top: 1px solid var(--line); padding: .5rem 0 } tbody tr:first-child { border-top: 0 }
          td { border: 0; padding: .1rem .75rem } td.number { display: inline-block; text-align: left }
          td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font-size: .8rem }
        }

        """;

    private const string Plots =
        """
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem;
          margin: 1rem 0 }
        figure.plot { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: .75rem }
        figcaption { font-size: .85rem; color: var(--soft) } figcaption b { color: var(--ink) }
        svg { display: block; width: 100%; height: auto; font: 11px var(--mono) }
        svg.tall { max-width: 34rem }
        svg text { fill: var(--soft) } svg .axis { stroke: var(--line); fill: none } svg .grid { stroke: var(--faint) }
        svg .one { stroke: var(--mark); fill: none; stroke-width: 2; stroke-linejoin: round }
        svg .two { stroke: var(--good); fill: none; stroke-width: 2; stroke-dasharray: 5 3 }
        svg .first { stroke: var(--bad); stroke-dasharray: 2 3 } svg .dot { fill: var(--bad) }
        svg text.first { fill: var(--bad); stroke: none }
        .key { display: inline-block; width: 1.4em; border-top: 2px solid var(--mark); vertical-align: middle;
          margin: 0 .35em 0 .6em }
        .key.first { border-top: 2px dotted var(--bad); margin-left: 0 } .firsts { margin: 1rem 0 0; font-size: .9rem }
        .key.two { border-top: 2px dashed var(--good) }
        @media print {
          body { background: none; font-size: 11px } button, dialog { display: none } details { break-inside: avoid }
        }
        """;
}
