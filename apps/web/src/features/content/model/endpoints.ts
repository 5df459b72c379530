/** Films and reports, with what makes whose answers old. */
import { contentApi as generated } from '@/generated/content';
import { FILE_PATIENCE_MS } from '@/shared/api/base-query';

export const contentApi = generated
  .enhanceEndpoints({ addTagTypes: ['Videos', 'VideoList', 'Reports', 'ReportList', 'Share', 'CompanyShares', 'Tracks', 'Schedules'] })
  .enhanceEndpoints({
    endpoints: {
      listVideos: { providesTags: ['Videos', 'VideoList'] },
      getVideo: { providesTags: ['Videos'] },
      createVideo: { invalidatesTags: ['Videos'] },
      deleteVideo: { invalidatesTags: ['VideoList', 'CompanyShares'] }, // not the film itself: it is gone
      cancelVideo: { invalidatesTags: ['Videos'] },
      retryVideo: { invalidatesTags: ['Videos'] },
      getShare: { providesTags: ['Share'] },
      shareVideo: { invalidatesTags: ['Videos', 'Share', 'CompanyShares'] },
      unshareVideo: { invalidatesTags: ['Videos', 'CompanyShares'] },
      listReports: { providesTags: ['Reports', 'ReportList'] },
      getReport: { providesTags: ['Reports'] },
      createReport: { invalidatesTags: ['Reports'] },
      deleteReport: { invalidatesTags: ['ReportList'] },
      cancelReport: { invalidatesTags: ['Reports'] },
      retryReport: { invalidatesTags: ['Reports'] },
      listCompanyShares: { providesTags: ['CompanyShares'] },
      endCompanyShare: { invalidatesTags: ['CompanyShares', 'Videos'] },
      listTracks: { providesTags: ['Tracks'] },
      uploadTrack: { invalidatesTags: ['Tracks'], extraOptions: { patienceMs: FILE_PATIENCE_MS } },
      deleteTrack: { invalidatesTags: ['Tracks'] },
      getSchedules: { providesTags: ['Schedules'] },
      replaceSchedules: { invalidatesTags: ['Schedules'] },
    },
  });

export const {
  useCancelReportMutation,
  useCancelVideoMutation,
  useCreateReportMutation,
  useCreateStoryboardMutation,
  useCreateVideoMutation,
  useDeleteReportMutation,
  useDeleteTrackMutation,
  useDeleteVideoMutation,
  useEndCompanyShareMutation,
  useGetReportQuery,
  useGetSchedulesQuery,
  useGetShareQuery,
  useGetVideoQuery,
  useListCompanySharesQuery,
  useListReportsQuery,
  useListStylesQuery,
  useListTracksQuery,
  useListVideosQuery,
  useReplaceSchedulesMutation,
  useRetryReportMutation,
  useRetryVideoMutation,
  useShareVideoMutation,
  useUnshareVideoMutation,
  useUploadTrackMutation,
} = contentApi;
