export { AssessmentList } from './AssessmentList.tsx'
export { AssessmentPage } from './AssessmentPage.tsx'
