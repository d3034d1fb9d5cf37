/// How a letter looks as a page, on the screen and on paper.
enum HTMLStyle {
    /// The style sheet: system typefaces, black on white or the reverse as the reader's system has it.
    static let sheet = """
        :root { color-scheme: light dark; --rule: #b8bcc2; --quiet: #50565e; --accent: #1f3a5f; }
        @media (prefers-color-scheme: dark) { :root { --rule: #5a6068; --quiet: #b4bac2; --accent: #a9c4ea; } }
        body { margin: 0; font: 1.0625rem/1.55 "Liberation Serif", "Times New Roman", Times, serif; }
        main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem; overflow-wrap: break-word; }
        h1, h2, th, dt { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; }
        h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin: 0 0 1.5rem; }
        h2 { font-size: .9375rem; letter-spacing: .03em; color: var(--accent); margin: 2.5rem 0 .75rem;
          padding-bottom: .35rem; border-bottom: 1px solid var(--rule); }
        h3 { font-size: 1.0625rem; line-height: 1.45; margin: 0 0 .75rem; }
        h3 strong { white-space: nowrap; color: var(--accent); border: 1px solid; border-radius: .2rem; padding: 0 .4rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid var(--rule); }
        th { width: 14rem; font-weight: 400; font-size: .875rem; color: var(--quiet); }
        p, dd > p { margin: 0 0 .75rem; }
        ol { list-style: none; margin: 0 0 .75rem; padding: 0; }
        li { padding-left: 2rem; text-indent: -2rem; }
        dl { margin: 0; }
        dt { font-size: .875rem; color: var(--quiet); }
        dd { margin: 0 0 .75rem; }
        article { padding-top: 1.25rem; margin-top: 1.25rem; border-top: 1px solid var(--rule); }
        h2 + article, p + article:first-of-type { border-top: 0; margin-top: 0; padding-top: .25rem; }
        @page { size: letter; margin: 1in; }
        @media print {
          :root { --rule: #999; --quiet: #333; --accent: #000; }
          body { font-size: 11pt; color: #000; background: #fff; }
          main { max-width: none; padding: 0; }
          h1, h2, h3, dt { break-after: avoid; }
          p, dd { orphans: 2; widows: 2; }
        }
        """
}
