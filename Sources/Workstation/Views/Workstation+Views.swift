internal import CaseModel
internal import TextUI

extension Workstation {
    /// Opens the list of views; it is read anew each time, for other sessions keep views too.
    mutating func showViews() -> [Effect] {
        overlay = .views(ViewsOverlay())
        return [.loadViews]
    }

    /// The views are read: what was typed meanwhile is meant for them.
    mutating func viewsLoaded(_ views: [SavedView]) -> [Effect] {
        guard case .views(var shown) = overlay else { return [] }
        shown.show(views)
        overlay = .views(shown)
        return takeTypedAhead()
    }

    /// Whether the list of views lies over the screen and is not read yet.
    var isReadingViews: Bool {
        if case .views(let shown) = overlay { shown.views == nil } else { false }
    }

    /// A view is another by what was done here, or by taking that back.
    mutating func viewsChanged(_ views: [SavedView], _ change: ViewChange, remark: String) -> [Effect] {
        let said: [Effect]
        if let direction = worklist.marks.underWay, let step = worklist.marks.next(direction),
            case .view(let known) = step, change == (direction == .back ? known.reversed : known)
        {
            worklist.marks.underWay = nil
            worklist.marks.pass(direction)
            said = sayInViews(step.said(direction))
        } else {
            viewAnswered()
            if change.before != change.after { worklist.marks.keep(.view(change)) }
            said = note(remark)
        }
        return said + viewsLoaded(views)
    }

    /// A view that was kept or deleted is on its way to the disk.
    private mutating func sent(_ effect: Effect) -> [Effect] {
        worklist.marks.viewsSent += 1
        return [effect]
    }

    /// What became of such a view is known.
    mutating func viewAnswered() { worklist.marks.viewsSent = max(0, worklist.marks.viewsSent - 1) }

    /// The view of a step is not what it was then: the step is let go.
    mutating func viewStepFailed(isOther: Bool) {
        if isOther, let direction = worklist.marks.underWay { worklist.marks.drop(direction) }
        worklist.marks.underWay = nil
    }

    /// Says something where it is seen: in the list of views, or in the bottom line.
    mutating func sayInViews(_ words: String) -> [Effect] {
        if case .views(var shown) = overlay {
            shown.remark = words
            overlay = .views(shown)
        }
        return note(words)
    }

    /// Takes what was done last with a view back, or does it again.
    private mutating func goViewStep(_ direction: UndoList.Direction) -> [Effect] {
        if let obstacle = bulkObstacle(direction) {
            refusals += 1
            return sayInViews(obstacle)
        }
        // What else was done is not seen here.
        if case .view = worklist.marks.next(direction) {} else { overlay = nil }
        return goBulkStep(direction)
    }

    mutating func handle(_ key: Key, in views: ViewsOverlay) -> [Effect] {
        if isReadingViews {
            // Esc gives it up; all else waits for the list.
            guard key == .named(.escape) else {
                typedAhead.append(key)
                return []
            }
            typedAhead = []
        }
        var views = views
        views.remark = ""
        switch key {
        case .character("j"), .named(.down): views.move(1)
        case .character("k"), .named(.up): views.move(-1)
        case .named(.enter):
            guard let view = views.selected else { break }
            overlay = nil
            return worklist.apply(view, height: worklistHeight) + note("view “\(view.name)”")
        case .character("x"):
            guard let view = views.selected else { break }
            // Not asked about: z brings it back.
            overlay = .views(views)
            return sent(.deleteView(view.name))
        case .character("q"), .named(.escape), .control("c"), .character("v"):
            overlay = nil
            return []
        default:
            switch keymap.command(for: key, in: .worklist) {
            case .undo?, .redo?:
                overlay = .views(views)
                return goViewStep(keymap.command(for: key, in: .worklist) == .undo ? .back : .forward)
            default: views.remark = "\(key.label) does nothing here"
            }
        }
        overlay = .views(views)
        return []
    }

    /// Takes the name under which the present filter and order are kept.
    mutating func handle(_ key: Key, inViewName field: LineField) -> [Effect] {
        var field = field
        switch field.handle(key) {
        case .cancelled:
            overlay = nil
            return []
        case .submitted:
            do {
                let view = try worklist.asView(named: Prose.normalized(field.text))
                overlay = nil
                return sent(.saveView(view))
            } catch {
                // What is not taken stays in the field, to be mended.
                return refuse(error.description)
            }
        case .changed, .moved, .ignored:
            overlay = .viewName(field)
            return []
        }
    }
}

extension WorklistScreen {
    /// The present filter and order, to be kept under a name.
    func asView(named name: String) throws(CaseModelError) -> SavedView {
        try SavedView(name: name, filter: query.words, sort: query.sort, onlyOpen: query.onlyOpen)
    }

    /// Lists what a view lists.
    mutating func apply(_ view: SavedView, height: Int) -> [Effect] {
        (query.words, query.sort, query.onlyOpen) = (view.filter, view.sort, view.onlyOpen)
        return reload(visible: height)
    }
}
