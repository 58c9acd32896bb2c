namespace TwoDoors.Sim.Report.Html;

/// <summary>Moving through a page by keys. Without it nothing is missing but the keys and the copy buttons.</summary>
internal static class Keyboard
{
    /// <summary>What <c>?</c> shows.</summary>
    public const string Help =
        """
        <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
        <dt><kbd>j</kbd> <kbd>&darr;</kbd></dt><dd>next step</dd>
        <dt><kbd>k</kbd> <kbd>&uarr;</kbd></dt><dd>step before</dd>
        <dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next crash, crash before</dd>
        <dt><kbd>w</kbd></dt><dd>the call that opened the window</dd>
        <dt><kbd>b</kbd></dt><dd>the broken claim</dd>
        <dt><kbd>?</kbd></dt><dd>this list</dd>
        <dt><kbd>Esc</kbd></dt><dd>closes it</dd>
        </dl>
        <p>The arrows move between steps once a step has the focus.</p>
        </dialog>

        """;

    /// <summary>The script. The page allows this text alone to run.</summary>
    public const string Script =
        """

        (() => {
          "use strict";
          const help = document.getElementById("keys");
          const all = [...document.querySelectorAll("[data-row]")];
          let here = null;

          const isShown = row => row.getClientRects().length > 0;

          const go = row => {
            if (!row) return;
            for (let up = row.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
            row.focus({ preventScroll: true });
            row.scrollIntoView({ block: "nearest" });
          };

          const move = (by, wanted) => {
            const rows = all.filter(isShown);
            let at = rows.indexOf(here);
            if (at < 0) at = by > 0 ? -1 : rows.length;
            do at += by; while (rows[at] && wanted && !rows[at].matches(wanted));
            go(rows[at]);
          };

          const within = wanted => {
            const run = (here && here.closest(".witness")) || document.querySelector(".witness");
            go(run && run.querySelector(wanted));
          };

          const actions = {
            j: () => move(1), k: () => move(-1),
            n: () => move(1, ".crash"), p: () => move(-1, ".crash"),
            w: () => within(".window"), b: () => within(".broken"),
            "?": () => help.open ? help.close() : help.showModal()
          };

          document.addEventListener("focusin", event => {
            const row = event.target.closest("[data-row]");
            if (!row) return;
            if (here) here.tabIndex = -1;
            here = row;
            here.tabIndex = 0;
          });

          document.addEventListener("keydown", event => {
            if (event.ctrlKey || event.altKey || event.metaKey || (help.open && event.key !== "?")) return;
            const onRow = event.target.matches && event.target.matches("[data-row]");
            const arrow = onRow && { ArrowDown: "j", ArrowUp: "k" }[event.key];
            const action = Object.hasOwn(actions, arrow || event.key) && actions[arrow || event.key];
            if (!action) return;
            event.preventDefault();
            action();
          });

          help.addEventListener("click", event => { if (event.target === help) help.close(); });
          for (const button of document.querySelectorAll("button[data-help]")) {
            button.hidden = false;
            button.addEventListener("click", actions["?"]);
          }

          for (const button of document.querySelectorAll("button[data-copy]")) {
            if (!navigator.clipboard) break;
            button.hidden = false;
            button.addEventListener("click", async () => {
              await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
              button.textContent = "copied";
            });
          }

          const open = () => {
            const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
            if (!target) return;
            const details = target.closest("details");
            if (details && !details.open) {
              details.open = true;
              target.scrollIntoView();
            }
          };
          addEventListener("hashchange", open);
          open();
        })();

        """;
}
